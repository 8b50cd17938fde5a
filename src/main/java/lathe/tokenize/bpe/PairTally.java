package lathe.tokenize.bpe;

import java.util.Arrays;

/** Counts of pairs while one part of the words is read. */
final class PairTally {
    private long[] slots = new long[1 << 12];
    private int[] indexes = new int[1 << 12];
    long[] keys = new long[1 << 10];
    long[] counts = new long[1 << 10];
    int[] places = new int[1 << 10];
    int[] lastWords = new int[1 << 10];
    int size;

    PairTally() {
        Arrays.fill(slots, PairTable.NONE);
    }

    /** Counts a pair in a word; a word met twice in a row is one place. */
    void add(long key, int word, long times) {
        int index = index(key);
        counts[index] += times;
        if (lastWords[index] != word) {
            lastWords[index] = word;
            places[index]++;
        }
    }

    /** Adds what another part counted. */
    void addAll(PairTally other) {
        for (int i = 0; i < other.size; i++) {
            int index = index(other.keys[i]);
            counts[index] += other.counts[i];
            places[index] += other.places[i];
        }
    }

    /** Index of a pair, or {@link PairTable#NONE}. */
    int find(long key) {
        int slot = slot(key);
        return slots[slot] == key ? indexes[slot] : PairTable.NONE;
    }

    private int index(long key) {
        int slot = slot(key);
        if (slots[slot] == key) {
            return indexes[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        slots[slot] = key;
        indexes[slot] = size;
        keys[size] = key;
        lastWords[size] = -1;
        return size++;
    }

    private int slot(long key) {
        int bits = Integer.numberOfTrailingZeros(slots.length);
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
        while (slots[slot] != PairTable.NONE && slots[slot] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
        lastWords = Arrays.copyOf(lastWords, 2 * size);
        slots = new long[4 * keys.length];
        indexes = new int[slots.length];
        Arrays.fill(slots, PairTable.NONE);
        for (int i = 0; i < size; i++) {
            int slot = slot(keys[i]);
            slots[slot] = keys[i];
            indexes[slot] = i;
        }
    }
}
