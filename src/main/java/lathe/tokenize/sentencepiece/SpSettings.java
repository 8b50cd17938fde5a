package lathe.tokenize.sentencepiece;

import lathe.recipe.TokenizerSettings;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.tokenize.corpus.SharedCounts;
import lathe.tokenize.train.AddedTokens;

/**
 * What SentencePiece's trainers are told.
 *
 * @param vocabSize pieces, those with fixed ids included
 * @param minFrequency pairs seen less often are not merged; the reference has no such option
 * @param coverage share of all characters that get a token
 * @param required characters that get one in any case
 * @param fixed pieces with fixed ids
 * @param texts how many are drawn from the corpus; 0 takes all
 * @param memoryLimit bytes beyond which counts go to a temporary folder
 */
public record SpSettings(
        int vocabSize,
        int minFrequency,
        float coverage,
        String required,
        SpaceRules spaces,
        FixedPieces fixed,
        PieceRules rules,
        int texts,
        long memoryLimit) {

    /**
     * How text is normalized.
     *
     * @param dummyPrefix whether a text begins with a space
     * @param squeeze whether spaces in a row become one, and those around a text go
     */
    public record SpaceRules(Normalizer normalizer, boolean dummyPrefix, boolean squeeze) {}

    /** The settings of a recipe; what it does not name is as SentencePiece has it. */
    public static SpSettings of(TokenizerSettings.Train train) throws Failure {
        AddedTokens added = AddedTokens.of(train);
        int longest = train.maxTokenLength() == null ? PieceRules.LONGEST : train.maxTokenLength();
        return new SpSettings(
                train.vocabSize(),
                train.minFrequency(),
                (float) train.characterCoverage(),
                String.join("", train.initialAlphabet()),
                new SpaceRules(train.normalizer(), train.addDummyPrefix(), train.removeExtraWhitespaces()),
                FixedPieces.of(added.special(), added.userDefined(), train.byteFallback()),
                PieceRules.standard().with(longest, train.splitDigits()),
                train.inputSentenceSize(),
                SharedCounts.usualLimit());
    }

    /** The same with other rules for pieces. */
    public SpSettings with(PieceRules others) {
        return new SpSettings(vocabSize, minFrequency, coverage, required, spaces, fixed, others, texts, memoryLimit);
    }

    /** The same with another limit. */
    public SpSettings withMemoryLimit(long bytes) {
        return new SpSettings(vocabSize, minFrequency, coverage, required, spaces, fixed, rules, texts, bytes);
    }
}
