package lathe.tokenize;

import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.tokenize.bpe.ByteBpeTrainer;
import lathe.tokenize.train.TokenizerTrainer;

/** The trainers by their names. */
public final class TokenizerTrainers {
    private TokenizerTrainers() {}

    /** The trainer for an algorithm with its settings. */
    public static TokenizerTrainer of(TokenizerSettings.Train settings) throws Failure {
        refuseUnknown(settings);
        return switch (settings.train()) {
            case BYTE_BPE -> new ByteBpeTrainer(settings);
            case SP_BPE -> throw Failure.later("the tokenizer type sp-bpe");
            case UNIGRAM -> throw Failure.later("the tokenizer type unigram");
            case WORDPIECE -> throw Failure.later("the tokenizer type wordpiece");
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
