package lathe.model.adapter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.recipe.LoraSettings;
import lathe.run.Failure;

/**
 * A low-rank adapter's shape, in PEFT's terms.
 *
 * @param kind what stands beside a map, and what it is multiplied by
 * @param patterns ranks and alphas of single modules
 * @param saved what trains of the model itself
 */
public record AdapterConfig(
        int r, double alpha, double dropout, AdapterTargets targets, Kind kind, Patterns patterns, Saved saved) {

    /**
     * What stands beside a map.
     *
     * @param rankStabilized whether the scaling is alpha / sqrt(r) (rsLoRA, Kalajdzievski 2023) instead of alpha / r
     * @param dora whether each output's magnitude trains apart from its direction (DoRA, Liu et al. 2024)
     */
    public record Kind(boolean rankStabilized, boolean dora) {
        /** LoRA as first defined. */
        public static final Kind LORA = new Kind(false, false);
    }

    /**
     * Ranks and alphas by module; a key is a regular expression for the end of a path, after a dot or at its beginning.
     * The first that matches counts.
     */
    public record Patterns(Map<String, Integer> ranks, Map<String, Double> alphas) {
        /** None. */
        public static final Patterns NONE = new Patterns(Map.of(), Map.of());

        static <T> T of(Map<String, T> values, String path, T otherwise) {
            for (Map.Entry<String, T> entry : values.entrySet()) {
                if (Pattern.matches("(.*\\.)?(" + entry.getKey() + ")", path)) {
                    return entry.getValue();
                }
            }
            return otherwise;
        }
    }

    /**
     * What trains of the model itself.
     *
     * @param modules ends of names of modules, as embed_tokens
     */
    public record Saved(List<String> modules, LoraSettings.Bias bias) {
        /** Nothing. */
        public static final Saved NONE = new Saved(List.of(), LoraSettings.Bias.NONE);
    }

    /** LoRA as first defined, alike in all modules. */
    public static AdapterConfig lora(int r, double alpha, double dropout, String... targets) {
        return new AdapterConfig(
                r, alpha, dropout, AdapterTargets.named(List.of(targets)), Kind.LORA, Patterns.NONE, Saved.NONE);
    }

    /** The adapter that a recipe asks for. */
    public static AdapterConfig of(LoraSettings settings) {
        return new AdapterConfig(
                settings.r(),
                settings.alpha(),
                settings.dropout(),
                AdapterTargets.named(settings.targets()),
                new Kind(settings.useRslora(), settings.useDora()),
                new Patterns(new TreeMap<>(settings.rankPattern()), new TreeMap<>(settings.alphaPattern())),
                new Saved(settings.modulesToSave(), settings.bias()));
    }

    /** The linear maps of a layer that get an adapter, in the layer's order; the same in all layers. */
    public List<Slot> targeted(ModelLayout layout) throws Failure {
        return targets.in(layout);
    }

    /** The rank beside a module. */
    public int rank(String path) {
        return Patterns.of(patterns.ranks(), path, r);
    }

    /** The factor on B A beside a module. */
    public double scaling(String path) {
        double strength = Patterns.of(patterns.alphas(), path, alpha);
        return strength / (kind.rankStabilized() ? Math.sqrt(rank(path)) : rank(path));
    }

    /** How many tensors stand beside a map: A and B, and with DoRA a magnitude. */
    public int tensorsPerMap() {
        return kind.dora() ? 3 : 2;
    }
}
