package lathe.clean.perplexity;

import java.util.Arrays;

/** The different sequences of one length in a corpus: how often each is there, and where one of them ends. */
final class Counts {
    private final KeyTable keys = new KeyTable();
    private int[] counts = new int[64];
    private int[] ends = new int[64];

    /** Counts a sequence that ends at a place. */
    void add(long key, int end) {
        int id = number(key, end);
        counts[id]++;
    }

    /** The number of a sequence, which need not be in the corpus. */
    int number(long key, int end) {
        int id = keys.add(key);
        if (id >= counts.length) {
            counts = Arrays.copyOf(counts, counts.length + (counts.length >> 1));
            ends = Arrays.copyOf(ends, counts.length);
        }
        if (counts[id] == 0) {
            ends[id] = end;
        }
        return id;
    }

    int size() {
        return keys.size();
    }

    KeyTable keys() {
        return keys;
    }

    int count(int id) {
        return counts[id];
    }

    int end(int id) {
        return ends[id];
    }
}
