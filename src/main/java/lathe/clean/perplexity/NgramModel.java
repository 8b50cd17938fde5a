package lathe.clean.perplexity;

import java.util.List;

/**
 * An n-gram language model with back-off: for each sequence of up to {@link #order} words that it knows the probability
 * of its last word after the others, and what is added where a longer sequence is not known. All logarithms are to base
 * ten, as in ARPA files. Keys and floats in primitive arrays, 22 bytes a sequence. Safe for several threads.
 */
final class NgramModel {
    private final Vocabulary vocabulary;
    private final List<Level> levels;
    private final boolean ownUnits;

    /**
     * The sequences of one length. Those of one word have the words' own numbers.
     *
     * @param keys the sequences
     */
    record Level(KeyTable keys, Floats probabilities, Floats backOffs) {}

    /**
     * A model.
     *
     * @param levels sequences of one word, of two, and so on
     * @param ownUnits whether its words are {@link Units}; else what stands between blanks
     */
    NgramModel(Vocabulary vocabulary, List<Level> levels, boolean ownUnits) {
        this.vocabulary = vocabulary;
        this.levels = List.copyOf(levels);
        this.ownUnits = ownUnits;
    }

    /** Words of the longest sequences. */
    int order() {
        return levels.size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The sequences of a length, from 1 on. */
    Level level(int length) {
        return levels.get(length - 1);
    }

    /** The words of a stretch of text, as this model knows them. */
    WordCursor words(CharSequence text, int from, int end) {
        return ownUnits ? new Units(text, from, end) : new Tokens(text, from, end, vocabulary);
    }

    /**
     * The perplexity of a text: each line is a sentence with a beginning and an end of its own, lines without words are
     * left out, and it is 10 to the power of minus the mean logarithm over all words and ends of lines, as cc_net has
     * it.
     *
     * @return NaN for a text without words
     */
    double perplexity(String text) {
        Scorer scorer = new Scorer(this);
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            scorer.line(words(text, from, end));
            from = end + 1;
        }
        return scorer.perplexity();
    }
}
