package lathe.recipe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A low-rank adapter, as PEFT defines it: {@code y = W x + alpha/r · B(A(dropout(x)))}. Keys are those of LoraConfig.
 */
public record LoraSettings(
        @Setting(
                        def = "8",
                        min = 1,
                        max = 1024,
                        typical = "4 to 64",
                        help = "Rank: what the adapter can hold; parameters grow with it.")
                int r,
        @Setting(
                        def = "16",
                        min = 1e-3,
                        max = 4096,
                        typical = "r to 2r",
                        help = "Strength: the update is scaled by alpha / r, so raise both together.")
                double alpha,
        @Setting(
                        def = "0.05",
                        min = 0,
                        max = 0.9,
                        typical = "0 to 0.1",
                        help = "Share of the adapter's inputs hidden at random; more resists memorising small data.")
                double dropout,
        @Setting(
                        def = "[all-linear]",
                        help =
                                "Which matrices get an adapter (PEFT's target_modules): all-linear, or names such as q_proj.")
                List<String> targets,
        @Setting(
                        def = "default",
                        help =
                                "First values: default (A random, B zero), gaussian, or pissa and olora, which begin with the main part of the matrix and learn faster.",
                        advanced = true)
                Init initLoraWeights,
        @Setting(
                        def = "false",
                        help =
                                "rsLoRA: scales by alpha / sqrt(r) instead, so that high ranks learn as fast as low ones.",
                        advanced = true)
                boolean useRslora,
        @Setting(
                        def = "false",
                        help =
                                "DoRA: the length of each row trains apart from its direction; better at low ranks, slower.",
                        advanced = true)
                boolean useDora,
        @Setting(
                        def = Setting.ABSENT,
                        min = 1,
                        max = 1000,
                        typical = "2 to 16",
                        help = "LoRA+: the learning rate of B is this many times that of A. Absent: both alike.",
                        advanced = true)
                @Nullable
                Double loraplusLrRatio,
        @Setting(
                        def = "{}",
                        min = 1,
                        max = 1024,
                        help = "Other ranks for single modules, by the end of their path: {q_proj: 4}.",
                        advanced = true)
                Map<String, Integer> rankPattern,
        @Setting(
                        def = "{}",
                        min = 1e-3,
                        max = 4096,
                        help = "Other alphas for single modules, by the end of their path: {q_proj: 8}.",
                        advanced = true)
                Map<String, Double> alphaPattern,
        @Setting(
                        def = "[]",
                        help =
                                "Modules that train as a whole and are saved with the adapter, such as embed_tokens and lm_head after new tokens.",
                        advanced = true)
                List<String> modulesToSave,
        @Setting(
                        def = "none",
                        help = "Biases that train: none, all, or lora-only for those of the targets.",
                        advanced = true)
                Bias bias) {

    /** First values of an adapter. */
    public enum Init {
        DEFAULT,
        GAUSSIAN,
        PISSA,
        OLORA
    }

    /** Which biases train. */
    public enum Bias {
        NONE,
        ALL,
        LORA_ONLY
    }

    /** LoRA as first defined, alike in all targets. */
    public static LoraSettings of(int r, double alpha, double dropout, List<String> targets) {
        return new LoraSettings(
                r, alpha, dropout, targets, Init.DEFAULT, false, false, null, Map.of(), Map.of(), List.of(), Bias.NONE);
    }
}
