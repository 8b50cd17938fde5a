package lathe.model.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.model.adapter.AdapterConfig;
import lathe.model.arch.Architecture;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.ProgramText;
import lathe.program.TensorType;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The programs of a model: the modules of text that its architecture needs, and the numbers that go into them. */
public final class ModelPrograms {

    private final ModelLayout layout;
    private final @Nullable AdapterConfig adapter;
    private final TensorType compute;

    /**
     * Programs for a model.
     *
     * @param adapter the adapter beside the frozen weights, or null for the weights alone
     * @param compute type of the arithmetic
     */
    public ModelPrograms(ModelLayout layout, @Nullable AdapterConfig adapter, TensorType compute) {
        this.layout = layout;
        this.adapter = adapter;
        this.compute = compute;
    }

    /**
     * Scores and writes: methods {@code evaluate}, {@code judge}, {@code logits} and {@code advance};
     * {@code begin_batch} and {@code advance_batch} for texts side by side; {@code advance_stream} and
     * {@code score_stream} for one without end.
     */
    public ProgramText inference() throws Failure {
        boolean plain = architecture().attention().isPlain();
        ProgramText.Builder text = decoder().with("evaluate", plain ? "attention_cache" : "attention_cache_windowed");
        KeptModules.add(text, architecture());
        return text.build();
    }

    /**
     * Trains: methods {@code backward}, {@code accumulate}, {@code norm_of} and {@code update}, and {@code evaluate}.
     */
    public ProgramText training() throws Failure {
        String method = adapter == null ? "train_full" : "train_lora";
        return decoder().with("evaluate", "train", method, "adamw").build();
    }

    private Architecture architecture() {
        return layout.architecture();
    }

    private ProgramText.Builder decoder() throws Failure {
        List<Slot> targeted = adapter == null ? List.of() : adapter.targeted(layout);
        Constants constants = new Constants(layout);
        ProgramText.Builder text = ProgramText.of(constants.all(2 * targeted.size(), compute))
                .with(architecture().norm().kind().module(), Modules.embedding(architecture()));
        Modules.rotary(text, architecture());
        for (Slot slot : layout.linears()) {
            int place = targeted.indexOf(slot);
            text.with(place < 0 ? "linear_plain" : "linear_lora", linear(constants, slot, place));
        }
        return text.with(Modules.layer(architecture())).with(Modules.ends(architecture()));
    }

    private Map<String, Object> linear(Constants constants, Slot slot, int place) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("NAME", layout.part(slot).method());
        values.put("WEIGHTS", constants.tensors(layout.part(slot)));
        if (adapter != null && place >= 0) {
            values.put("ADAPTER", 2 * place);
            values.put("SCALING", adapter.scaling());
        }
        return values;
    }
}
