package lathe.tokenize.train;

import java.io.IOException;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.corpus.Sequences;

/** Learns a vocabulary from texts. */
public interface TokenizerTrainer {

    /**
     * Learns.
     *
     * @param threads workers; any number gives the same vocabulary
     */
    TrainedTokenizer train(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException;
}
