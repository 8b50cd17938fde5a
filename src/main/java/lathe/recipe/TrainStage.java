package lathe.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One training stage. */
public record TrainStage(
        @Setting(
                        def = Setting.ABSENT,
                        help = "A named set of values, for all keys that the stage does not give itself.")
                @Nullable
                StagePreset preset,
        @Setting(help = "pretrain predicts every token of texts; sft learns responses to instructions.") Task task,
        @Setting(
                        def = "full",
                        help =
                                "full trains all weights; lora trains a small adapter beside frozen weights; qlora the same beside weights of four bits.")
                Method method,
        @Setting(def = "[]", help = "Names of the sources it trains on; empty means all that fit the task.")
                List<String> sources,
        @Setting(
                        def = "alpaca",
                        help =
                                "How a conversation becomes text: alpaca, chatml, llama2, llama3, plain, or tokenizer for the tokenizer's own.")
                String template,
        @Setting(def = "responses", help = "Which tokens of a conversation are learned.") LossOn lossOn,
        @Setting(def = Setting.ABSENT, min = 1, max = 1e9, help = "Optimizer steps; give either steps or epochs.")
                @Nullable
                Long steps,
        @Setting(
                        def = Setting.ABSENT,
                        min = 0.001,
                        max = 1000,
                        typical = "1 to 5",
                        help = "Passes over the data; give either steps or epochs. Neither: one pass.")
                @Nullable
                Double epochs,
        @Setting(
                        def = "256",
                        min = 8,
                        max = 1_048_576,
                        typical = "128 to 4,096",
                        help = "Tokens per row; longer rows see more at once and cost more memory.")
                int context,
        @Setting(
                        def = "false",
                        help =
                                "sft: fills each row with whole conversations, which do not see each other (best-fit decreasing): no padding, fewer steps.")
                boolean packing,
        @Setting(
                        def = "8",
                        min = 1,
                        max = 4096,
                        typical = "1 to 32",
                        help = "Rows per micro-batch; higher is faster and uses more memory.")
                int batch,
        @Setting(
                        def = "1",
                        min = 1,
                        max = 4096,
                        typical = "1 to 16",
                        help = "Micro-batches per optimizer step: a larger batch for the memory of a small one.")
                int accumulate,
        @Setting(def = "auto", help = "Arithmetic: auto takes bf16 where the device is fast at it, else fp32.")
                Precision precision,
        @Setting(
                        def = "2e-4",
                        min = 1e-9,
                        max = 1,
                        typical = "1e-4 to 5e-4 for LoRA, 3e-4 to 3e-3 for a small model from scratch",
                        help = "Step size; too high diverges, too low wastes time.")
                double learningRate,
        @Setting(def = "cosine", help = "How the learning rate falls after the warm-up.") Schedule schedule,
        @Setting(
                        def = "0",
                        min = 0,
                        max = 1,
                        help = "Learning rate at the end of the schedule, as a share of learning-rate.",
                        advanced = true)
                double minimumRatio,
        @Setting(
                        def = "20",
                        min = 0,
                        max = 1e9,
                        typical = "0 to 10 % of the steps",
                        help = "Steps of rising learning rate; below 1 a share of all steps.")
                double warmup,
        @Setting(
                        def = "0.1",
                        min = 0,
                        max = 1,
                        typical = "0.1 to 0.2",
                        help = "Share of the steps, at the end, over which schedule wsd falls.",
                        advanced = true)
                double decayShare,
        @Setting(
                        def = "0.0",
                        min = 0,
                        max = 10,
                        typical = "0 for LoRA, 0.1 from scratch",
                        help = "Pulls matrices towards zero; norms and biases are left out.",
                        advanced = true)
                double weightDecay,
        @Setting(
                        def = "1.0",
                        min = 0,
                        max = 1e6,
                        typical = "0.3 to 1",
                        help = "Longest gradient; 0 turns clipping off.",
                        advanced = true)
                double clip,
        @Setting(def = "0.9", min = 0, max = 0.9999, help = "AdamW's memory of gradients.", advanced = true)
                double beta1,
        @Setting(
                        def = "0.95",
                        min = 0,
                        max = 0.99999,
                        typical = "0.95 to 0.999",
                        help = "AdamW's memory of their squares.",
                        advanced = true)
                double beta2,
        @Setting(
                        def = "adamw",
                        help = "adamw-8bit keeps AdamW's memory in a quarter of the room, nearly as exact.",
                        advanced = true)
                Optimizer optimizer,
        @Setting(
                        def = "false",
                        help = "Keeps AdamW's memory in main memory: less on the device, a slower step.",
                        advanced = true)
                boolean optimizerOffload,
        @Setting(
                        def = "50",
                        min = 0,
                        max = 1e9,
                        help = "Steps between evaluations on held-out data; 0 evaluates at the start and the end only.")
                long evaluateEvery,
        @Setting(def = "100", min = 0, max = 1e9, help = "Steps between checkpoints; 0 keeps one at the end only.")
                long checkpointEvery,
        @Setting(def = "2", min = 1, max = 1000, help = "Checkpoints kept; older ones are removed.", advanced = true)
                int keep,
        @Setting(
                        def = "auto",
                        help =
                                "Keeps only the input of each layer and computes the rest again for the gradient: less memory, a third more time. auto: with qlora.",
                        advanced = true)
                Checkpointing gradientCheckpointing,
        @Setting(
                        def = "true",
                        help =
                                "qlora: the factors of the four-bit numbers are quantized, too, which saves 0.37 bits a weight.",
                        advanced = true)
                boolean doubleQuant,
        @Setting(def = "{}", help = "What is minimised beside the plain loss.") LossSettings loss,
        @Setting(def = "{}", help = "What ends a stage early, or keeps it from failing.") GuardSettings guards,
        @Setting(def = "{}", help = "The adapter, for methods lora and qlora.") LoraSettings lora) {

    /** What a stage learns. */
    public enum Task {
        PRETRAIN,
        SFT
    }

    /** Which weights move. */
    public enum Method {
        FULL,
        LORA,
        QLORA;

        /** Whether an adapter trains beside frozen weights. */
        public boolean isAdapter() {
            return this != FULL;
        }
    }

    /** Which tokens of a conversation count. */
    public enum LossOn {
        RESPONSES,
        ALL
    }

    /** Arithmetic of the forward and backward pass; weights that train and their moments are always fp32. */
    public enum Precision {
        AUTO,
        FP32,
        BF16,
        FP16
    }

    /** When a layer is computed twice instead of kept. */
    public enum Checkpointing {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** How the learning rate falls. */
    public enum Schedule {
        COSINE,
        LINEAR,
        CONSTANT,
        /** Warm-up, a stable part, a decay (Hu et al. 2024). */
        WSD
    }

    /** How gradients become steps. */
    public enum Optimizer {
        ADAMW,
        /** Moments in 8 bits, block by block (Dettmers et al. 2022). */
        ADAMW_8BIT
    }
}
