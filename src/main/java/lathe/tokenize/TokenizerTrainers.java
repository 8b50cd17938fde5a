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
        refuseUnknown(settings);
        return switch (settings.train()) {
            case BYTE_BPE -> new ByteBpeTrainer(settings);
            case SP_BPE -> new SpBpeTrainer(settings);
            case UNIGRAM -> new UnigramTrainer(settings);
            case WORDPIECE -> new WordpieceTrainer(settings);
        };
    }

    /** Settings that this version reads but does not follow are refused, not passed over. */
    private static void refuseUnknown(TokenizerSettings.Train settings) throws Failure {
        refuse(!settings.userDefined().isEmpty(), "user-defined");
        refuse(settings.normalizer() != TokenizerSettings.Normalizer.NONE, "normalizer");
        refuse(settings.splitDigits(), "split-digits");
        refuse(!settings.initialAlphabet().isEmpty(), "initial-alphabet");
        refuse(settings.limitAlphabet() != null, "limit-alphabet");
        refuse(settings.maxTokenLength() != null, "max-token-length");
        refuse(settings.inputSentenceSize() > 0, "input-sentence-size");
    }

    private static void refuse(boolean set, String key) throws Failure {
        if (set) {
            throw Failure.later("tokenizer." + key);
        }
    }
}
