package lathe.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import lathe.model.text.LossChunk;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.program.Arguments;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.Randoms;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;

/** One optimizer step: the gradient over all its micro-batches, then the update. */
final class StepRunner {
    /** Leaves room for the number of the layer, which the program adds. */
    private static final long SEEDS = 1L << 48;

    private final Trainee trainee;
    private final AdamW optimizer;
    private final TrainRequest request;
    private final LearningRate rates;

    StepRunner(Trainee trainee, AdamW optimizer, TrainRequest request, LearningRate rates) {
        this.trainee = trainee;
        this.optimizer = optimizer;
        this.request = request;
        this.rates = rates;
    }

    /**
     * What a step did.
     *
     * @param loss mean over all tokens of the step that count
     * @param rate the learning rate
     * @param norm of the gradient before clipping
     */
    record Outcome(double loss, double rate, double norm) {}

    /**
     * Runs a step, counted from 0. The loss is the sum over all micro-batches divided by all tokens that count, so that
     * it does not depend on how the rows are split.
     */
    Outcome run(long step, List<List<TokenRow>> microBatches) throws Failure {
        TrainStage stage = request.stage();
        try (NDManager scope = trainee.torch().manager().newSubManager()) {
            Gradient gradient = gradient(scope, step, microBatches);
            double norm = trainee.program()
                    .call("norm_of", scope, Arguments.of().list(gradient.tensors()))
                    .get(0)
                    .getFloat();
            refuseNotFinite(gradient.loss(), norm, step + 1);
            double factor = stage.clip() > 0 ? Math.min(1, stage.clip() / (norm + 1e-6)) : 1;
            AdamW.Pace pace = new AdamW.Pace(step + 1, rates.at(step), factor);
            optimizer.update(trainee.program(), scope, trainee.parameters(), gradient.tensors(), stage, pace);
            return new Outcome(gradient.loss(), pace.rate(), norm);
        }
    }

    private record Gradient(double loss, List<NDArray> tensors) {}

    private Gradient gradient(NDManager scope, long step, List<List<TokenRow>> microBatches) {
        List<TokenBatch> batches = microBatches.stream().map(TokenBatch::of).toList();
        int counted = batches.stream().mapToInt(TokenBatch::trainedTokens).sum();
        double loss = 0;
        List<NDArray> sum = List.of();
        for (int i = 0; i < batches.size(); i++) {
            if (batches.get(i).trainedTokens() == 0) {
                continue;
            }
            NDManager passing = scope.newSubManager();
            List<NDArray> found = backward(passing, batches.get(i), step, i, counted);
            loss += found.get(0).getFloat();
            List<NDArray> gradients = found.subList(1, found.size());
            if (sum.isEmpty()) {
                gradients.forEach(gradient -> gradient.attach(scope));
                sum = gradients;
            } else {
                trainee.program()
                        .call("accumulate", passing, Arguments.of().list(sum).list(gradients));
            }
            passing.close();
        }
        return new Gradient(loss, sum);
    }

    private List<NDArray> backward(NDManager scope, TokenBatch batch, long step, int microBatch, int counted) {
        List<NDArray> in = batch.tensors(scope);
        long seed = Randoms.seedOf(request.seed(), "dropout", request.index(), step, microBatch) % SEEDS;
        long chunk = LossChunk.rows(
                trainee.layout().config().vocabSize(), trainee.torch().device());
        Arguments arguments = Arguments.of()
                .tensor(in.get(0))
                .tensor(in.get(1))
                .tensor(in.get(2))
                .list(trainee.weights())
                .list(trainee.adapterArgument())
                .ints(seed, chunk)
                .floats(1.0 / counted, request.stage().lora().dropout());
        return trainee.program().callWithGradients("backward", scope, arguments);
    }

    private void refuseNotFinite(double loss, double norm, long step) throws Failure {
        if (Double.isFinite(loss) && Double.isFinite(norm)) {
            return;
        }
        throw Failure.badInput(
                        "Training diverged: at step " + step + " the loss is " + loss + " and its gradient's norm "
                                + norm,
                        request.key("learning-rate"),
                        "lower learning-rate to a third and resume",
                        "raise warmup",
                        "set precision to fp32")
                .keeping("the weights before this step were not changed by it; the last checkpoint is whole");
    }
}
