package lathe.tokenize;

import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.tokenize.bpe.ByteBpeTrainer;
import lathe.tokenize.sentencepiece.bpe.SpBpeTrainer;
import lathe.tokenize.sentencepiece.unigram.UnigramTrainer;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.wordpiece.WordpieceTrainer;

/** The trainers by their names. */
public final class TokenizerTrainers {
    private TokenizerTrainers() {}

    /** The trainer for an algorithm with its settings. */
    public static TokenizerTrainer of(TokenizerSettings.Train settings) throws Failure {
        return switch (settings.train()) {
            case BYTE_BPE -> new ByteBpeTrainer(settings);
            case SP_BPE -> new SpBpeTrainer(settings);
            case UNIGRAM -> new UnigramTrainer(settings);
            case WORDPIECE -> new WordpieceTrainer(settings);
        };
    }
}
