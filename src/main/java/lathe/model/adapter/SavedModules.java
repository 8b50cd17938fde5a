package lathe.model.adapter;

import java.util.ArrayList;
import java.util.List;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.run.Failure;

/**
 * Tensors of the model itself that train beside an adapter and are saved with it: PEFT's {@code modules_to_save} and
 * {@code bias}. A tied embedding is one tensor; to name it or the head is to train both.
 */
public final class SavedModules {
    private static final String BIAS = ".bias";
    private static final String WEIGHT = ".weight";

    private final ModelLayout model;
    private final AdapterConfig config;
    private final List<Integer> indices;

    /** Those that a shape names; refuses names that the model does not have, and maps that have an adapter. */
    public SavedModules(ModelLayout model, AdapterConfig config) throws Failure {
        this.model = model;
        this.config = config;
        for (String name : config.saved().modules()) {
            check(name);
        }
        List<Integer> found = new ArrayList<>();
        List<Slot> slots = model.slots();
        for (int i = 0; i < slots.size(); i++) {
            if (isSaved(slots.get(i))) {
                found.add(i);
            }
        }
        indices = List.copyOf(found);
    }

    /** Their indices among the model's tensors, ascending. */
    public List<Integer> indices() {
        return indices;
    }

    private void check(String name) throws Failure {
        for (Slot slot : config.targeted(model)) {
            if (model.path(0, slot.name()).endsWith(name)) {
                throw Failure.badInput(
                        slot.name() + " is to have an adapter and to be saved as a whole",
                        "lora.modules-to-save",
                        "leave it out of lora.targets or of lora.modules-to-save");
            }
        }
        if (model.slots().stream().noneMatch(slot -> module(slot).endsWith(name)) && !isTiedHead(name)) {
            throw Failure.badInput(
                    "No module of the model matches " + name,
                    "lora.modules-to-save",
                    "name modules as the model's files do, such as embed_tokens, lm_head or norm");
        }
    }

    private boolean isTiedHead(String name) {
        return model.config().tied() && model.architecture().naming().head().endsWith(name);
    }

    private static String module(Slot slot) {
        int dot = slot.name().lastIndexOf('.');
        return slot.name().substring(0, dot);
    }

    private boolean isSaved(Slot slot) {
        boolean named = config.saved().modules().stream()
                .anyMatch(name ->
                        module(slot).endsWith(name) || (slot.kind() == Slot.Kind.EMBEDDING && isTiedHead(name)));
        return named || (slot.kind() == Slot.Kind.BIAS && isTrainedBias(slot));
    }

    private boolean isTrainedBias(Slot slot) {
        return switch (config.saved().bias()) {
            case NONE -> false;
            case ALL -> true;
            case LORA_ONLY -> isTargeted(slot);
        };
    }

    private boolean isTargeted(Slot slot) {
        try {
            return config.targeted(model).stream().anyMatch(map -> module(slot).endsWith("." + map.name()));
        } catch (Failure e) {
            throw new IllegalStateException("the targets were checked before", e);
        }
    }

    /** Names and shapes in PEFT's file, in the order of {@link #indices}. */
    public List<Slot> slots() {
        List<Slot> all = model.slots();
        return indices.stream().map(i -> all.get(i)).map(this::written).toList();
    }

    private Slot written(Slot slot) {
        // PEFT wraps a map that has an adapter, and its bias is then the wrapped map's
        String wrapped = slot.kind() == Slot.Kind.BIAS && isTargeted(slot) ? ".base_layer" : "";
        String end = slot.kind() == Slot.Kind.BIAS ? BIAS : WEIGHT;
        return new Slot(AdapterLayout.PREFIX + module(slot) + wrapped + end, slot.kind(), slot.rows(), slot.columns());
    }

    /** Names of modules as PEFT's config has them: where a tied embedding trains, both of its names. */
    List<String> written() {
        List<String> names = new ArrayList<>(config.saved().modules());
        if (model.config().tied() && indices.contains(0)) {
            for (String path : List.of(
                    model.architecture().naming().embedding(),
                    model.architecture().naming().head())) {
                String word = path.substring(path.lastIndexOf('.') + 1);
                if (!names.contains(word)) {
                    names.add(word);
                }
            }
        }
        return names;
    }

    /** The name under which a tied embedding stands in the file a second time; empty where none trains. */
    String tiedHead() {
        boolean tied = model.config().tied() && indices.contains(0);
        return tied ? AdapterLayout.PREFIX + model.architecture().naming().head() + WEIGHT : "";
    }
}
