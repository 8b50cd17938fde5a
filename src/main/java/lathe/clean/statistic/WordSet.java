package lathe.clean.statistic;

import java.util.Collection;
import lathe.text.Hashes;

/** A set of words by their 64-bit hashes, in which small and capital letters are the same. */
final class WordSet {
    private final long[] hashes;
    private final int mask;
    private final int size;

    WordSet(Collection<String> words) {
        int capacity = Integer.highestOneBit(Math.max(8, words.size())) * 4;
        hashes = new long[capacity];
        mask = capacity - 1;
        int added = 0;
        for (String word : words) {
            added += add(Hashes.word(word)) ? 1 : 0;
        }
        size = added;
    }

    private boolean add(long hash) {
        int slot = slot(hash);
        boolean fresh = hashes[slot] == 0;
        hashes[slot] = hash;
        return fresh;
    }

    /** Whether the word with this hash is in the set. */
    boolean contains(long hash) {
        return hashes[slot(hash)] != 0;
    }

    /** How many words it has. */
    int size() {
        return size;
    }

    /** Where a hash stands, or the empty slot where it would. */
    int slot(long hash) {
        int slot = (int) hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Marks for its slots, all unset. */
    boolean[] marks() {
        return new boolean[hashes.length];
    }
}
