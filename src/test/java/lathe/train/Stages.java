package lathe.train;

import java.util.List;
import lathe.recipe.GuardSettings;
import lathe.recipe.LoraSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TrainStage;
import lathe.train.optimizer.AdamW;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a stage for tests, from the recipe's defaults. */
final class Stages {
    private final TrainStage.Method method;
    private TrainStage.Task task = TrainStage.Task.PRETRAIN;
    private @Nullable Long steps = 12L;
    private @Nullable Double epochs;
    private int context = 16;
    private boolean packing;
    private int batch = 2;
    private int accumulate = 2;
    private double rate = 1e-2;
    private double decay = 0.1;
    private long evaluateEvery = 5;
    private long checkpointEvery = 4;
    private TrainStage.Precision precision = TrainStage.Precision.FP32;
    private TrainStage.Checkpointing checkpointing = TrainStage.Checkpointing.AUTO;
    private LoraSettings lora = LoraSettings.of(4, 8, 0.3, List.of("all-linear"));
    private AdamW.Kept kept = AdamW.Kept.PLAIN;
    private LossSettings loss = LossSettings.PLAIN;
    private GuardSettings guards = new GuardSettings(0, 0, false, true);

    private Stages(TrainStage.Method method) {
        this.method = method;
    }

    /** An adapter's settings as a recipe writes them. */
    static LoraSettings lora(String yaml) throws RecipeException {
        return RecipeYaml.read(
                        """
                        lathe: 1
                        name: x
                        corpus: [{path: a, source: a}]
                        tokenizer: {from: t}
                        model: {from: m}
                        train: [{task: sft, method: lora, lora: %s}]
                        """
                                .formatted(yaml))
                .train()
                .get(0)
                .lora();
    }

    static Stages stage(TrainStage.Method method) {
        return new Stages(method);
    }

    Stages sft() {
        task = TrainStage.Task.SFT;
        return this;
    }

    Stages steps(Long value) {
        steps = value;
        return this;
    }

    Stages epochs(Double value) {
        steps = null;
        epochs = value;
        return this;
    }

    Stages context(int value) {
        context = value;
        return this;
    }

    Stages packing() {
        packing = true;
        return this;
    }

    Stages batch(int rows, int microBatches) {
        batch = rows;
        accumulate = microBatches;
        return this;
    }

    Stages rate(double value) {
        rate = value;
        return this;
    }

    Stages decay(double value) {
        decay = value;
        return this;
    }

    Stages every(long evaluate, long checkpoint) {
        evaluateEvery = evaluate;
        checkpointEvery = checkpoint;
        return this;
    }

    Stages precision(TrainStage.Precision value) {
        precision = value;
        return this;
    }

    Stages checkpointing(TrainStage.Checkpointing value) {
        checkpointing = value;
        return this;
    }

    Stages kept(AdamW.Kept value) {
        kept = value;
        return this;
    }

    Stages loss(LossSettings value) {
        loss = value;
        return this;
    }

    Stages guards(GuardSettings value) {
        guards = value;
        return this;
    }

    Stages lora(LoraSettings value) {
        lora = value;
        return this;
    }

    TrainStage build() {
        return new TrainStage(
                null,
                task,
                method,
                List.of(),
                "alpaca",
                TrainStage.LossOn.RESPONSES,
                steps,
                epochs,
                context,
                packing,
                batch,
                accumulate,
                precision,
                rate,
                TrainStage.Schedule.COSINE,
                0,
                3,
                0.1,
                decay,
                1.0,
                0.9,
                0.95,
                kept.eightBit() ? TrainStage.Optimizer.ADAMW_8BIT : TrainStage.Optimizer.ADAMW,
                kept.offload(),
                evaluateEvery,
                checkpointEvery,
                2,
                checkpointing,
                true,
                loss,
                guards,
                lora);
    }
}
