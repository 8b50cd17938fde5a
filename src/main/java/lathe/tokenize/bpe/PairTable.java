package lathe.tokenize.bpe;

import java.util.Arrays;

/** Pairs of neighbouring tokens that may be merged soon: how often they occur, and in which words. */
final class PairTable {
    static final int NONE = -1;

    private long[] keys = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int[] first = new int[1 << 12];
    private int[] listed = new int[1 << 12];
    private int size;
    private int[] slots = new int[1 << 14];
    private int[] words;
    private int used;

    /** A table with room for so many places of words; there may be more later. */
    PairTable(int words) {
        this.words = new int[words];
        Arrays.fill(slots, NONE);
    }

    /** Left id in the upper half, right id in the lower: the order of keys is that of Hugging Face's trainer. */
    static long key(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }

    /**
     * Adds a pair that is not in the table.
     *
     * @param places how many words it stands in; {@link #place} fills them
     */
    int add(long key, long count, int places) {
        if (size == keys.length) {
            growPairs();
        }
        if (2 * (size + 1) > slots.length) {
            growSlots();
        }
        slots[slot(key)] = size;
        reserve(places);
        keys[size] = key;
        counts[size] = count;
        first[size] = used;
        listed[size] = places;
        used += places;
        return size++;
    }

    /** Where the words of a pair begin among all places. */
    int first(int pair) {
        return first[pair];
    }

    void place(int at, int word) {
        words[at] = word;
    }

    int word(int at) {
        return words[at];
    }

    /** How many places a pair has. */
    int places(int pair) {
        return listed[pair];
    }

    /** Index of a pair, or {@link #NONE}. */
    int find(long key) {
        return slots[slot(key)];
    }

    /** Takes from a pair's count; pairs that are too rare to be in the table have none. */
    void subtract(long key, long times) {
        int pair = find(key);
        if (pair != NONE) {
            counts[pair] -= times;
        }
    }

    /** Forgets where a pair stands, which has been merged. */
    void drop(int pair) {
        listed[pair] = 0;
        counts[pair] = 0;
    }

    int size() {
        return size;
    }

    long count(int pair) {
        return counts[pair];
    }

    long key(int pair) {
        return keys[pair];
    }

    private int slot(long key) {
        int bits = Integer.numberOfTrailingZeros(slots.length);
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
        while (slots[slot] != NONE && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Makes room for places: those of dropped pairs go first. */
    private void reserve(int places) {
        if (used + places <= words.length) {
            return;
        }
        int kept = 0;
        for (int pair = 0; pair < size; pair++) {
            System.arraycopy(words, first[pair], words, kept, listed[pair]);
            first[pair] = kept;
            kept += listed[pair];
        }
        used = kept;
        if (used + places > words.length - words.length / 4) {
            words = Arrays.copyOf(words, Math.addExact(words.length, Math.max(words.length / 2, places)));
        }
    }

    private void growSlots() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, NONE);
        for (int pair = 0; pair < size; pair++) {
            slots[slot(keys[pair])] = pair;
        }
    }

    private void growPairs() {
        int more = size + size / 2;
        keys = Arrays.copyOf(keys, more);
        counts = Arrays.copyOf(counts, more);
        first = Arrays.copyOf(first, more);
        listed = Arrays.copyOf(listed, more);
    }
}
