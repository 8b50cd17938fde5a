package lathe.text.encode.model;

import java.util.Arrays;
import lathe.text.encode.Ints;

/**
 * Remembers the ids of pieces. It never takes more memory than it begins with: a piece may push out another, and when
 * the room for texts or ids is used up all are forgotten.
 */
final class WordCache {
    /** Longest piece that is remembered, in chars. */
    static final int LONGEST = 48;

    private static final int SLOTS = 1 << 16;
    private static final int WAYS = 4;
    private static final int EMPTY = -1;
    private static final int MOST_IDS = LONGEST * 4;

    private final int[] hashes = new int[SLOTS];
    private final int[] keyAt = new int[SLOTS];
    private final int[] idsAt = new int[SLOTS];
    /** Length of the key, then number of ids. */
    private final int[] lengths = new int[SLOTS];

    private final char[] keys = new char[1 << 20];
    private final int[] ids = new int[1 << 19];
    private int keysUsed;
    private int idsUsed;

    WordCache() {
        Arrays.fill(lengths, EMPTY);
    }

    static int hash(char[] text, int start, int end) {
        int h = end - start;
        for (int i = start; i < end; i++) {
            h = 31 * h + text[i];
        }
        return h * 0x9E3779B9;
    }

    private static int first(int hash) {
        return hash >>> Integer.SIZE - 14 << 2;
    }

    /** Adds the ids of a piece; false if it is not known. */
    boolean get(char[] text, int start, int end, int hash, Ints to) {
        int first = first(hash);
        for (int slot = first; slot < first + WAYS; slot++) {
            if (hashes[slot] == hash && lengths[slot] >>> 16 == end - start && isAt(keyAt[slot], text, start, end)) {
                to.add(ids, idsAt[slot], lengths[slot] & 0xFFFF);
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int key, char[] text, int start, int end) {
        return Arrays.equals(keys, key, key + end - start, text, start, end);
    }

    /** Remembers the ids of a piece: those of an array from an index on. */
    void put(char[] text, int start, int end, int hash, Ints found, int from) {
        int length = end - start;
        int count = found.size() - from;
        if (count > MOST_IDS) {
            return;
        }
        if (keysUsed + length > keys.length || idsUsed + count > ids.length) {
            forget();
        }
        int slot = free(hash);
        hashes[slot] = hash;
        lengths[slot] = length << 16 | count;
        keyAt[slot] = keysUsed;
        idsAt[slot] = idsUsed;
        System.arraycopy(text, start, keys, keysUsed, length);
        System.arraycopy(found.array(), from, ids, idsUsed, count);
        keysUsed += length;
        idsUsed += count;
    }

    private int free(int hash) {
        int first = first(hash);
        for (int slot = first; slot < first + WAYS; slot++) {
            if (lengths[slot] == EMPTY) {
                return slot;
            }
        }
        return first + (hash & WAYS - 1);
    }

    private void forget() {
        Arrays.fill(lengths, EMPTY);
        keysUsed = 0;
        idsUsed = 0;
    }
}
