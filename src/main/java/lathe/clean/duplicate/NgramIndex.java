package lathe.clean.duplicate;

import java.util.Arrays;

/** Hashes of n-grams, each with the number of the first item that has it: twelve bytes a place, two thirds filled. */
final class NgramIndex {
    static final int NONE = -1;

    private static final int FIRST_SIZE = 1 << 10;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] items = new int[FIRST_SIZE];
    private int size;

    NgramIndex() {
        Arrays.fill(items, NONE);
    }

    /** Remembers an n-gram of an item, unless an earlier item has it. */
    void add(long hash, int item) {
        int place = place(hash);
        if (items[place] != NONE) {
            return;
        }
        hashes[place] = hash;
        items[place] = item;
        if (3L * ++size > 2L * items.length) {
            grow();
        }
    }

    /** The first item that has an n-gram, or {@link #NONE}. */
    int item(long hash) {
        return items[place(hash)];
    }

    private int place(long hash) {
        int mask = items.length - 1;
        int place = (int) hash & mask;
        while (items[place] != NONE && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldItems = items;
        hashes = new long[2 * oldHashes.length];
        items = new int[hashes.length];
        Arrays.fill(items, NONE);
        for (int i = 0; i < oldItems.length; i++) {
            if (oldItems[i] != NONE) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                items[place] = oldItems[i];
            }
        }
    }
}
