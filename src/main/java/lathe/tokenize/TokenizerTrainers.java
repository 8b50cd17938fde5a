package lathe.tokenize;

import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.tokenize.bpe.ByteBpeTrainer;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.wordpiece.WordpieceTrainer;

/** The trainers by their names. */
public final class TokenizerTrainers {
    private TokenizerTrainers() {}

    /** The trainer for an algorithm with its settings. */
    public static TokenizerTrainer of(TokenizerSettings.Train settings) throws Failure {
        return switch (settings.train()) {
            case BYTE_BPE -> new ByteBpeTrainer(settings);
            case SP_BPE -> throw Failure.later("the tokenizer type sp-bpe");
            case UNIGRAM -> throw Failure.later("the tokenizer type unigram");
            case WORDPIECE -> new WordpieceTrainer(settings);
        };
    }
}
