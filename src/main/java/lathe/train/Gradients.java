package lathe.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.LongStream;
import lathe.model.text.LossChunk;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.program.Arguments;
import lathe.program.NativeErrors;
import lathe.run.Randoms;
import lathe.run.RunContext;
import lathe.train.rows.MicroBatch;

/** The gradient of a step over all its micro-batches; where memory runs out, over smaller ones. */
final class Gradients {
    /** Leaves room for the number of the layer, which the program adds. */
    private static final long SEEDS = 1L << 48;

    private final Trainee trainee;
    private final Backward backward;
    private final TrainRequest request;
    private final MicroBatch micro;
    private final RunContext context;

    Gradients(Trainee trainee, Backward backward, TrainRequest request, MicroBatch micro, RunContext context) {
        this.trainee = trainee;
        this.backward = backward;
        this.request = request;
        this.micro = micro;
        this.context = context;
    }

    /**
     * The gradient of the mean loss.
     *
     * @param tensors one a parameter; none where no token of the step counts
     */
    record Gradient(double loss, List<NDArray> tensors) {}

    /** The gradient of a step, multiplied by {@code scale}; the loss is not. */
    Gradient of(NDManager scope, long step, List<List<TokenRow>> microBatches, double scale) {
        while (true) {
            NDManager attempt = scope.newSubManager();
            try {
                return sum(attempt, step, micro.split(microBatches), scale);
            } catch (EngineException e) {
                attempt.close();
                makeRoom(e, step);
            }
        }
    }

    /** Goes on with smaller micro-batches, or passes the error on. */
    private void makeRoom(EngineException error, long step) {
        boolean may = request.stage().guards().autoFindBatchSize();
        if (!NativeErrors.isOutOfMemory(error) || !may || !micro.halve()) {
            throw error;
        }
        trainee.torch().releaseUnused();
        context.warn(
                "Memory ran out at step " + (step + 1) + ": from here on " + micro.rows()
                        + " rows go through the model at once, and more of them are accumulated; the steps stay the same",
                request.key("batch"),
                "set batch to " + micro.rows() + " and raise accumulate to begin like this",
                "set guards.auto-find-batch-size to false to stop instead");
    }

    private Gradient sum(NDManager scope, long step, List<List<TokenRow>> microBatches, double scale) {
        List<TokenBatch> batches = microBatches.stream().map(TokenBatch::of).toList();
        int counted = batches.stream().mapToInt(TokenBatch::trainedTokens).sum();
        double loss = 0;
        List<NDArray> sum = List.of();
        for (int i = 0; i < batches.size(); i++) {
            if (batches.get(i).trainedTokens() == 0) {
                continue;
            }
            try (NDManager passing = scope.newSubManager()) {
                List<NDArray> found = backward.run(passing, batches.get(i), seed(step, i), scale / counted);
                loss += found.get(0).getFloat() / scale;
                sum = add(scope, passing, sum, found.subList(1, found.size()));
            }
        }
        return new Gradient(loss, sum);
    }

    private List<NDArray> add(NDManager scope, NDManager passing, List<NDArray> sum, List<NDArray> gradients) {
        if (sum.isEmpty()) {
            gradients.forEach(gradient -> gradient.attach(scope));
            return gradients;
        }
        trainee.program().call("accumulate", passing, Arguments.of().list(sum).list(gradients));
        return sum;
    }

    private long seed(long step, int microBatch) {
        return Randoms.seedOf(request.seed(), "dropout", request.index(), step, microBatch) % SEEDS;
    }

    /** The loss of a micro-batch and its gradient. */
    @FunctionalInterface
    interface Backward {

        /**
         * Runs a micro-batch forward and back.
         *
         * @param seed of dropout and noise
         * @param scale what the sum of its losses is multiplied by
         * @return the loss, then the gradient of each parameter
         */
        List<NDArray> run(NDManager scope, TokenBatch batch, long seed, double scale);

        /** By a trainee's program. */
        static Backward of(Trainee trainee, double dropout) {
            return of(
                    trainee,
                    dropout,
                    LossChunk.rows(
                            trainee.layout().config().vocabSize(),
                            trainee.torch().device()));
        }

        /** The same with a number of tokens that the loss takes at a time. */
        static Backward of(Trainee trainee, double dropout, long chunk) {
            return (scope, batch, seed, scale) -> {
                List<NDArray> in = batch.tensors(scope);
                Arguments arguments = Arguments.of()
                        .tensor(in.get(0))
                        .tensor(in.get(1))
                        .tensor(in.get(2))
                        .list(trainee.weights())
                        .list(trainee.adapterArgument())
                        .ints(LongStream.concat(LongStream.of(seed, chunk), LongStream.of(batch.ends()))
                                .toArray())
                        .floats(scale, dropout);
                return trainee.program().callWithGradients("backward", scope, arguments);
            };
        }
    }
}
