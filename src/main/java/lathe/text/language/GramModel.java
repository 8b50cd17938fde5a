package lathe.text.language;

import java.util.BitSet;
import java.util.List;

/**
 * A maximum-entropy model of languages: each n-gram of one to three characters that a text has, however often, adds a
 * weight to some languages, and the text's probabilities are the softmax of the sums. The n-grams are their own keys in
 * an open-addressed table, 16 bits a character, so that nothing but primitive arrays is touched while a text is scored.
 * Safe for several threads.
 */
final class GramModel {
    static final int LONGEST = 3;

    private final List<String> languages;
    private final long[] keys;
    private final int[] ids;
    private final int[] weightStarts;
    private final int[] outcomeStarts;
    private final float[] weights;
    private final byte[] outcomes;
    private final int shift;

    /** Takes over what a {@link GramModelReader} read. */
    GramModel(GramModelReader read) {
        languages = List.copyOf(read.languages);
        weightStarts = read.weightStarts;
        outcomeStarts = read.outcomeStarts;
        weights = read.weights;
        outcomes = read.outcomes;
        int bits = 64 - Long.numberOfLeadingZeros(2L * read.grams.length);
        shift = 64 - bits;
        keys = new long[1 << bits];
        ids = new int[1 << bits];
        for (int id = 0; id < read.grams.length; id++) {
            int slot = slot(read.grams[id]);
            keys[slot] = read.grams[id];
            ids[slot] = id;
        }
    }

    /** Codes of the languages, ISO 639-3, in the order of the sums. */
    List<String> languages() {
        return languages;
    }

    /** The key of the n-gram that ends with a character, given that of the one before it, which is one shorter. */
    static long key(long before, char last) {
        return before << 16 | last;
    }

    /** For each language the sum of the weights of all n-grams in a stretch of characters. */
    double[] sums(char[] text, int length) {
        double[] sums = new double[languages.size()];
        BitSet seen = new BitSet(weightStarts.length);
        for (int from = 0; from < length; from++) {
            long key = 0;
            for (int at = from; at < Math.min(length, from + LONGEST); at++) {
                key = key(key, text[at]);
                add(key, seen, sums);
            }
        }
        return sums;
    }

    private void add(long key, BitSet seen, double[] sums) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            return;
        }
        int id = ids[slot];
        if (seen.get(id)) {
            return;
        }
        seen.set(id);
        int outcome = outcomeStarts[id];
        int end = weightStarts[id + 1];
        for (int at = weightStarts[id]; at < end; at++) {
            sums[outcomes[outcome++]] += weights[at];
        }
    }

    private int slot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> shift);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
