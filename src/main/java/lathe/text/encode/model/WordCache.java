package lathe.text.encode.model;

import java.util.Arrays;
import lathe.text.encode.Ints;

/**
 * Remembers the ids of pieces. It never takes more memory than it begins with: a piece may push out another, and when
 * the room for texts and ids is used up all are forgotten. What belongs to a piece lies side by side, since looking in
 * several places costs more than the rest.
 */
final class WordCache {
    /** Longest piece that is remembered, in chars. */
    static final int LONGEST = 48;

    private static final int SLOT_BITS = 16;
    private static final int WAYS = 4;
    private static final int ROOM = 1 << 21;
    private static final int MOST_IDS = 4 * LONGEST;
    private static final int LENGTH_BITS = 6;
    private static final int COUNT_BITS = 8;

    /** Hash, then place in the store, of a piece. */
    private final int[] slots = new int[2 << SLOT_BITS];

    /** Length and number of ids in one char, the piece, the ids in two chars each. */
    private final char[] store = new char[ROOM];

    /** Place 0 means that a slot is free. */
    private int used = 1;

    static int hash(char[] text, int start, int end) {
        int h = end - start;
        for (int i = start; i < end; i++) {
            h = 31 * h + text[i];
        }
        return h * 0x9E3779B9;
    }

    private static int first(int hash) {
        return hash >>> (Integer.SIZE - SLOT_BITS + 2) << 3;
    }

    /** Adds the ids of a piece; false if it is not known. */
    boolean get(char[] text, int start, int end, int hash, Ints to) {
        int first = first(hash);
        for (int slot = first; slot < first + 2 * WAYS; slot += 2) {
            int place = slots[slot + 1];
            if (slots[slot] == hash && place != 0 && isAt(place, text, start, end)) {
                to.addPairs(store, place + 1 + end - start, store[place] >> LENGTH_BITS);
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int place, char[] text, int start, int end) {
        int length = end - start;
        if ((store[place] & ((1 << LENGTH_BITS) - 1)) != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (store[place + 1 + i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    /** Remembers the ids of a piece: those of an array from an index on. */
    void put(char[] text, int start, int end, int hash, Ints found, int from) {
        int length = end - start;
        int count = found.size() - from;
        if (count > MOST_IDS || count >= 1 << COUNT_BITS) {
            return;
        }
        if (used + 1 + length + 2 * count > ROOM) {
            forget();
        }
        int slot = free(hash);
        slots[slot] = hash;
        slots[slot + 1] = used;
        store[used++] = (char) (count << LENGTH_BITS | length);
        System.arraycopy(text, start, store, used, length);
        used += length;
        for (int i = from; i < found.size(); i++) {
            store[used++] = (char) (found.get(i) >>> Character.SIZE);
            store[used++] = (char) found.get(i);
        }
    }

    private int free(int hash) {
        int first = first(hash);
        for (int slot = first; slot < first + 2 * WAYS; slot += 2) {
            if (slots[slot + 1] == 0) {
                return slot;
            }
        }
        return first + 2 * (hash & (WAYS - 1));
    }

    private void forget() {
        Arrays.fill(slots, 0);
        used = 1;
    }
}
