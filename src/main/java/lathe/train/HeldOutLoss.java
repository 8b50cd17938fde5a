package lathe.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import lathe.model.text.LanguageModel;
import lathe.model.text.TokenBatch;
import lathe.program.NativeErrors;
import lathe.recipe.GuardSettings;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import lathe.train.rows.MicroBatch;
import lathe.train.rows.Rows;

/** The mean loss over all held-out tokens that count; independent of how rows are put in batches. */
final class HeldOutLoss {
    private final Rows rows;
    private final MicroBatch micro;
    private final boolean shrinks;

    HeldOutLoss(Rows rows, MicroBatch micro, GuardSettings guards) {
        this.rows = rows;
        this.micro = micro;
        shrinks = guards.autoFindBatchSize();
    }

    /** Whether anything was held out. */
    boolean isEmpty() {
        return rows.count() == 0;
    }

    /** The loss; a user who gives the run up does not wait for its end. */
    double of(Trainee trainee, RunContext context) throws RunCancelledException {
        double sum = 0;
        long counted = 0;
        int from = 0;
        while (from < rows.count()) {
            if (context.stopRequest() == StopRequest.DISCARD) {
                throw new RunCancelledException();
            }
            int to = Math.min(from + micro.rows(), rows.count());
            try {
                float[] losses = losses(trainee, from, to);
                for (float loss : losses) {
                    sum += loss;
                }
                counted += losses.length;
                from = to;
            } catch (EngineException e) {
                makeRoom(trainee, e, context);
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private void makeRoom(Trainee trainee, EngineException error, RunContext context) {
        if (!NativeErrors.isOutOfMemory(error) || !shrinks || !micro.halve()) {
            throw error;
        }
        trainee.torch().releaseUnused();
        context.warn(
                "Memory ran out in an evaluation: from here on " + micro.rows() + " rows go through the model at once",
                "batch",
                "lower batch, and raise accumulate, to begin like this");
    }

    private float[] losses(Trainee trainee, int from, int to) {
        TokenBatch tokens =
                TokenBatch.of(IntStream.range(from, to).mapToObj(rows::row).toList());
        if (tokens.trainedTokens() == 0) {
            return new float[0];
        }
        try (NDManager scope = trainee.torch().manager().newSubManager()) {
            return LanguageModel.likelihoods(
                    trainee.program(),
                    trainee.torch(),
                    scope,
                    tokens,
                    trainee.weights(),
                    trainee.preparedAdapter(scope),
                    trainee.layout().config());
        }
    }
}
