package lathe.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import lathe.recipe.TrainStage;
import lathe.train.guard.EarlyStopping;
import lathe.train.optimizer.LossScale;
import lathe.train.rows.MicroBatch;
import org.jspecify.annotations.Nullable;

/**
 * What a stage remembers beside its tensors, so that a resumed one does as an undisturbed one would.
 *
 * @param step optimizer steps done, skipped ones counted
 * @param tokens tokens seen by the stage
 * @param updates steps that changed the weights
 * @param lossScale of fp16; 1 otherwise
 * @param goodSteps since the scale last changed
 * @param microBatch rows that go through the model at once
 * @param best the best evaluation; null before the first
 * @param worse evaluations since then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoopState(
        long step,
        long tokens,
        long updates,
        double lossScale,
        int goodSteps,
        int microBatch,
        EarlyStopping.@Nullable Best best,
        int worse) {

    /** Nothing done yet. */
    static LoopState start(TrainStage stage) {
        boolean scaled = stage.precision() == TrainStage.Precision.FP16;
        return new LoopState(0, 0, 0, LossScale.first(scaled).value(), 0, stage.batch(), null, 0);
    }

    LossScale scale(TrainStage stage) {
        return new LossScale(stage.precision() == TrainStage.Precision.FP16, lossScale, goodSteps);
    }

    /** The state after a step. */
    static LoopState after(long step, long tokens, StepRunner runner, EarlyStopping stopping) {
        MicroBatch micro = runner.micro();
        LossScale scale = runner.scale();
        return new LoopState(
                step,
                tokens,
                runner.updates(),
                scale.value(),
                scale.good(),
                micro.rows(),
                stopping.best(),
                stopping.worse());
    }
}
