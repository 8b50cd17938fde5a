package lathe.model.adapter;

import java.util.List;
import java.util.stream.IntStream;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.recipe.LoraSettings;
import lathe.run.Failure;

/**
 * A low-rank adapter's shape, in PEFT's terms.
 *
 * @param targets all-linear, names of modules, or a single pattern that whole paths must match
 * @param rankStabilized whether the scaling is alpha / sqrt(r) (rsLoRA) instead of alpha / r
 * @param pattern whether the only target is a regular expression
 */
public record AdapterConfig(
        int r, double alpha, double dropout, List<String> targets, boolean rankStabilized, boolean pattern) {
    static final String ALL_LINEAR = "all-linear";

    /** Copies the list. */
    public AdapterConfig {
        targets = List.copyOf(targets);
    }

    /** The adapter that a recipe asks for. */
    public static AdapterConfig of(LoraSettings settings) {
        return new AdapterConfig(settings.r(), settings.alpha(), settings.dropout(), settings.targets(), false, false);
    }

    /** The factor on B A. */
    public double scaling() {
        return alpha / (rankStabilized ? Math.sqrt(r) : r);
    }

    /** The linear maps of a layer that get an adapter, in the layer's order; the same in all layers. */
    public List<Slot> targeted(ModelLayout layout) throws Failure {
        for (String target : targets) {
            if (!matchesAny(target, layout)) {
                throw unknown(target, layout);
            }
        }
        List<Slot> chosen = layout.linears().stream()
                .filter(slot -> isTargeted(layout, slot, 0))
                .toList();
        refuseSingleLayers(layout);
        return chosen;
    }

    /** PEFT writes what all-linear found as a path for each layer. */
    private boolean matchesAny(String target, ModelLayout layout) {
        return IntStream.range(0, layout.config().layers()).anyMatch(i -> layout.linears().stream()
                .anyMatch(slot -> matches(target, layout.path(i, slot.name()))));
    }

    private void refuseSingleLayers(ModelLayout layout) throws Failure {
        for (Slot slot : layout.linears()) {
            for (int i = 1; i < layout.config().layers(); i++) {
                if (isTargeted(layout, slot, i) != isTargeted(layout, slot, 0)) {
                    throw Failure.badInput(
                            "The adapter's targets choose " + slot.name() + " in some layers only",
                            String.join(", ", targets),
                            "name modules that are the same in all layers, as q_proj");
                }
            }
        }
    }

    private boolean isTargeted(ModelLayout layout, Slot slot, int layer) {
        return targets.stream().anyMatch(target -> matches(target, layout.path(layer, slot.name())));
    }

    /**
     * PEFT's rule: a name matches a path that is it or ends with it after a dot; a pattern must match all of the path.
     */
    private boolean matches(String target, String path) {
        if (target.equals(ALL_LINEAR)) {
            return true;
        }
        return pattern ? path.matches(target) : path.equals(target) || path.endsWith("." + target);
    }

    /**
     * Names that choose the same maps in PEFT: the last word of each, or more of it where the word alone would choose
     * others too, as gpt2's c_proj.
     */
    List<String> names(ModelLayout layout) throws Failure {
        List<Slot> chosen = targeted(layout);
        List<String> names = chosen.stream().map(AdapterConfig::word).distinct().toList();
        long meant = layout.linears().stream()
                .filter(slot -> names.contains(word(slot)))
                .count();
        return meant == chosen.size() ? names : chosen.stream().map(Slot::name).toList();
    }

    private static String word(Slot slot) {
        return slot.name().substring(slot.name().lastIndexOf('.') + 1);
    }

    private static Failure unknown(String target, ModelLayout layout) {
        List<String> names =
                layout.linears().stream().map(AdapterConfig::word).distinct().toList();
        return Failure.badInput(
                "No matrix of the model matches the adapter's target " + target,
                "lora.targets",
                "use all-linear or some of: " + String.join(", ", names));
    }
}
