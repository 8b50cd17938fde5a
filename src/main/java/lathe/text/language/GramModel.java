package lathe.text.language;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A maximum-entropy model of languages: each n-gram of one to three characters that a text has, however often, adds a
 * weight to some languages, and the text's probabilities are the softmax of the sums. Characters have small numbers,
 * three of them and an n-gram's own number are one entry of an open-addressed table, so that nothing but primitive
 * arrays is touched while a text is scored, and these stay in the processor's caches. Safe for several threads.
 */
final class GramModel {
    static final int LONGEST = 3;
    private static final int CHARACTER_BITS = 14;
    private static final int ID_BITS = 18;
    /** N-grams with weights for as many languages have them for all, in a row: processors add rows many at a time. */
    private static final int DENSE = 32;

    private static final long PAIR = (1L << (2 * CHARACTER_BITS)) - 1;

    private final List<String> languages;
    /** Numbers of characters, from 1 on; 0 for those that no n-gram has. */
    private final char[] numbers = new char[1 << Character.SIZE];

    private final long[] table;
    /**
     * For each n-gram -1 less where its row begins; or, where it has none, the place of its first weight above 32 bits
     * with the place of its first outcome, times {@link #DENSE}, and their number.
     */
    private final long[] starts;

    private final float[] rows;

    private final float[] weights;
    private final byte[] outcomes;
    private final int shift;

    /**
     * Takes over what a {@link GramModelReader} read.
     *
     * @throws IllegalArgumentException for more n-grams or characters than entries have bits for
     */
    GramModel(GramModelReader read) {
        languages = List.copyOf(read.languages);
        weights = read.weights;
        outcomes = read.outcomes;
        starts = new long[read.grams.size()];
        int bits = Long.SIZE - Long.numberOfLeadingZeros(read.grams.size() * 3L / 2);
        shift = Long.SIZE - bits;
        table = new long[1 << bits];
        int characters = 0;
        for (int id = 0; id < read.grams.size(); id++) {
            characters = number(read.grams.get(id), characters);
            long key = key(read.grams.get(id));
            table[slot(key)] = key << ID_BITS | id;
        }
        rows = lay(read);
        if (read.grams.size() >= 1 << ID_BITS || characters >= 1 << CHARACTER_BITS) {
            throw new IllegalArgumentException(read.grams.size() + " n-grams of " + characters + " characters");
        }
    }

    /** Codes of the languages, ISO 639-3, in the order of the sums. */
    List<String> languages() {
        return languages;
    }

    /** For each language the sum of the weights of all n-grams in a stretch of characters. */
    float[] sums(char[] text, int length) {
        float[] sums = new float[languages.size()];
        BitSet seen = new BitSet(starts.length);
        long before = 0;
        for (int at = 0; at < length; at++) {
            long number = numbers[text[at]];
            if (number == 0) {
                before = 0;
                continue;
            }
            long three = (before & PAIR) << CHARACTER_BITS | number;
            add(number, seen, sums);
            if (three > number) {
                add(three & PAIR, seen, sums);
            }
            if (three > PAIR) {
                add(three, seen, sums);
            }
            before = three;
        }
        return sums;
    }

    private void add(long key, BitSet seen, float[] sums) {
        long entry = table[slot(key)];
        int id = (int) entry & (1 << ID_BITS) - 1;
        if (entry == 0 || seen.get(id)) {
            return;
        }
        seen.set(id);
        if (starts[id] < 0) {
            addRow((int) (-1 - starts[id]), sums);
            return;
        }
        int outcome = (int) starts[id] / DENSE;
        int weight = (int) (starts[id] >>> 32);
        for (int left = (int) starts[id] % DENSE; left > 0; left--) {
            sums[outcomes[outcome++]] += weights[weight++];
        }
    }

    private void addRow(int start, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += rows[start + i];
        }
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (table[slot] != 0 && table[slot] >>> ID_BITS != key) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** Notes where the weights of each n-gram are, and makes the rows. */
    private float[] lay(GramModelReader read) {
        float[] laid = new float
                [languages.size()
                        * (int) IntStream.range(0, starts.length)
                                .filter(id -> read.weights(id) >= DENSE)
                                .count()];
        int row = 0;
        for (int id = 0; id < starts.length; id++) {
            int weight = read.weightStarts[id];
            int outcome = read.outcomeStarts[id];
            int count = read.weights(id);
            starts[id] = count >= DENSE ? -1L - row : (long) weight << 32 | (long) outcome * DENSE + count;
            if (count >= DENSE) {
                for (int i = 0; i < count; i++) {
                    laid[row + outcomes[outcome + i]] = weights[weight + i];
                }
                row += languages.size();
            }
        }
        return laid;
    }

    /** Numbers the characters of an n-gram that have none, and says how many there are now. */
    private int number(String gram, int known) {
        int characters = known;
        for (int i = 0; i < gram.length(); i++) {
            if (numbers[gram.charAt(i)] == 0) {
                numbers[gram.charAt(i)] = (char) ++characters;
            }
        }
        return characters;
    }

    private long key(String gram) {
        long key = 0;
        for (int i = 0; i < gram.length(); i++) {
            key = key << CHARACTER_BITS | numbers[gram.charAt(i)];
        }
        return key;
    }
}
