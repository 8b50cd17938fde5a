package lathe.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code metrics.jsonl}: one optimizer step.
 *
 * @param stage index in the recipe's {@code train} list
 * @param step optimizer steps done, from 1
 * @param epoch passes over the stage's data so far, as a fraction
 * @param tokens tokens seen by the stage so far
 * @param loss what was minimised, per trained token of this step: the mean negative log likelihood, natural logarithm,
 *     unless the recipe's {@code loss} adds to it
 * @param lr learning rate of this step
 * @param gradNorm L2 norm of the gradient before clipping
 * @param tokensPerS tokens per second over the last steps
 * @param memoryBytes memory of the process (CPU: resident; CUDA: on the device)
 * @param time seconds since 1970
 * @param evalLoss loss on the held-out part, where this step ended with an evaluation
 * @param lossScale what the loss was multiplied by before its gradient was taken, with precision fp16
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepMetrics(
        int stage,
        long step,
        double epoch,
        long tokens,
        double loss,
        double lr,
        double gradNorm,
        double tokensPerS,
        long memoryBytes,
        double time,
        @Nullable Double evalLoss,
        @Nullable Double lossScale) {

    /** A step whose loss was not scaled. */
    public StepMetrics(
            int stage,
            long step,
            double epoch,
            long tokens,
            double loss,
            double lr,
            double gradNorm,
            double tokensPerS,
            long memoryBytes,
            double time,
            @Nullable Double evalLoss) {
        this(stage, step, epoch, tokens, loss, lr, gradNorm, tokensPerS, memoryBytes, time, evalLoss, null);
    }
}
