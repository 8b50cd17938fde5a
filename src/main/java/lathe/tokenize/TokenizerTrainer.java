package lathe.tokenize;

import java.io.IOException;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Learns a vocabulary from texts. */
public interface TokenizerTrainer {

    /**
     * Learns.
     *
     * @param threads workers; any number gives the same vocabulary
     */
    TrainedTokenizer train(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException;

    /** The trainer for an algorithm with its settings. */
    static TokenizerTrainer of(TokenizerSettings.Train settings) throws Failure {
        return switch (settings.train()) {
            case BYTE_BPE -> new ByteBpeTrainer(settings);
            case SP_BPE -> throw Failure.later("the tokenizer type sp-bpe");
            case UNIGRAM -> throw Failure.later("the tokenizer type unigram");
            case WORDPIECE -> throw Failure.later("the tokenizer type wordpiece");
        };
    }
}
