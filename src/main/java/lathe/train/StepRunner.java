package lathe.train;

import ai.djl.ndarray.NDManager;
import java.util.List;
import lathe.model.text.TokenRow;
import lathe.program.Arguments;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import lathe.train.optimizer.LossScale;
import lathe.train.rows.MicroBatch;

/** One optimizer step: the gradient over all its micro-batches, then the update. */
final class StepRunner {
    private final Trainee trainee;
    private final AdamW optimizer;
    private final TrainRequest request;
    private final LearningRate rates;
    private final List<Double> shares;
    private final RunContext context;
    private final MicroBatch micro;
    private final LossScale scale;
    private final Gradients gradients;
    private long updates;
    private boolean updating;

    /** A runner at a stage's beginning. */
    StepRunner(Trainee trainee, AdamW optimizer, TrainRequest request, LearningRate rates) {
        this(
                new Parts(
                        trainee,
                        optimizer,
                        Gradients.Backward.of(trainee, request.stage().lora().dropout())),
                request,
                rates,
                LoopState.start(request.stage()),
                RunContext.quiet());
    }

    /** A runner that goes on from a state. */
    StepRunner(Parts parts, TrainRequest request, LearningRate rates, LoopState state, RunContext context) {
        trainee = parts.trainee();
        optimizer = parts.optimizer();
        this.request = request;
        this.rates = rates;
        this.context = context;
        micro = new MicroBatch(state.microBatch());
        scale = state.scale(request.stage());
        updates = state.updates();
        shares = trainee.rates(request.stage());
        gradients = new Gradients(trainee, parts.backward(), request, micro, context);
    }

    /** What a step changes, and by what. */
    record Parts(Trainee trainee, AdamW optimizer, Gradients.Backward backward) {}

    /**
     * What a step did.
     *
     * @param loss mean over all tokens of the step that count
     * @param rate the learning rate; 0 where the weights were left as they are
     * @param norm of the gradient before clipping
     */
    record Outcome(double loss, double rate, double norm) {}

    /** Rows that go through the model at once. */
    MicroBatch micro() {
        return micro;
    }

    LossScale scale() {
        return scale;
    }

    /** Steps that changed the weights. */
    long updates() {
        return updates;
    }

    /** Whether weights may be half updated: an error ended an update. */
    boolean isUpdating() {
        return updating;
    }

    /**
     * Runs a step, counted from 0. The loss is the sum over all micro-batches divided by all tokens that count, so that
     * it does not depend on how the rows are split.
     */
    Outcome run(long step, List<List<TokenRow>> microBatches) throws Failure {
        try (NDManager scope = trainee.torch().manager().newSubManager()) {
            Gradients.Gradient gradient = gradients.of(scope, step, microBatches, scale.value());
            return gradient.tensors().isEmpty() ? nothingCounts(step + 1) : update(scope, step, gradient);
        }
    }

    private Outcome nothingCounts(long step) {
        context.warn(
                "No token of step " + step + " is to be learned: the step is skipped",
                request.key("loss-on"),
                "raise context, or set loss-on to all");
        return new Outcome(0, 0, 0);
    }

    private Outcome update(NDManager scope, long step, Gradients.Gradient gradient) throws Failure {
        double norm = trainee.program()
                        .call("norm_of", scope, Arguments.of().list(gradient.tensors()))
                        .get(0)
                        .getFloat()
                / scale.value();
        if (!Double.isFinite(gradient.loss()) || !Double.isFinite(norm)) {
            return overflowed(gradient.loss(), norm, step + 1);
        }
        TrainStage stage = request.stage();
        double clipped = stage.clip() > 0 ? Math.min(1, stage.clip() / (norm + 1e-6)) : 1;
        AdamW.Pace pace = new AdamW.Pace(updates + 1, rates.at(step), clipped / scale.value());
        updating = true;
        optimizer.update(trainee.program(), scope, trainee.parameters(), gradient.tensors(), stage, shares, pace);
        updating = false;
        updates++;
        scale.passed();
        return new Outcome(gradient.loss(), pace.rate(), norm);
    }

    private Outcome overflowed(double loss, double norm, long step) throws Failure {
        scale.overflowed();
        if (!scale.isOn() || scale.isExhausted()) {
            throw diverged(loss, norm, step);
        }
        context.warn(
                "fp16 overflowed at step " + step + ": the step is skipped, and the loss scale is now " + scale.value(),
                request.key("precision"),
                "some of these at the start are usual; if they go on, set precision to bf16 or fp32");
        return new Outcome(Double.isFinite(loss) ? loss : 0, 0, 0);
    }

    private Failure diverged(double loss, double norm, long step) {
        return Failure.badInput(
                        "Training diverged: at step " + step + " the loss is " + loss + " and its gradient's norm "
                                + norm,
                        request.key("learning-rate"),
                        "lower learning-rate to a third and resume",
                        "raise warmup",
                        "set precision to fp32")
                .keeping("the weights before this step were not changed by it; the last checkpoint is whole");
    }
}
