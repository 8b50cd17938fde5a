package lathe.train;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import lathe.model.text.LanguageModel;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import lathe.train.rows.Rows;

/** The mean loss over all held-out tokens that count; independent of how rows are put in batches. */
final class HeldOutLoss {
    private final Rows rows;
    private final int batch;

    HeldOutLoss(Rows rows, int batch) {
        this.rows = rows;
        this.batch = batch;
    }

    /** Whether anything was held out. */
    boolean isEmpty() {
        return rows.count() == 0;
    }

    /** The loss; a user who gives the run up does not wait for its end. */
    double of(Trainee trainee, RunContext context) throws RunCancelledException {
        double sum = 0;
        long counted = 0;
        for (int from = 0; from < rows.count(); from += batch) {
            if (context.stopRequest() == StopRequest.DISCARD) {
                throw new RunCancelledException();
            }
            float[] losses = losses(trainee, from);
            for (float loss : losses) {
                sum += loss;
            }
            counted += losses.length;
        }
        return sum / counted;
    }

    private float[] losses(Trainee trainee, int from) {
        List<TokenRow> part = new ArrayList<>();
        for (int i = from; i < Math.min(from + batch, rows.count()); i++) {
            part.add(rows.row(i));
        }
        TokenBatch tokens = TokenBatch.of(part);
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
                    trainee.adapterArgument(),
                    trainee.layout().config());
        }
    }
}
