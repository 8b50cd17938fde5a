package lathe.clean.perplexity;

import java.util.Arrays;

/** Gives keys the numbers 0, 1, 2 in the order in which they come: an open-addressed table of primitive arrays. */
final class KeyTable {
    private static final int LEAST = 64;

    private long[] keys;
    private int[] slots;
    private int size;

    KeyTable() {
        keys = new long[LEAST];
        slots = new int[2 * LEAST];
    }

    int size() {
        return size;
    }

    /** The number of a key, or -1. */
    int find(long key) {
        int slot = slots[slot(key)];
        return slot - 1;
    }

    /** The number of a key, a new one where it was not there. */
    int add(long key) {
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        slots[slot] = ++size;
        return size - 1;
    }

    /** The key that has a number. */
    long key(int number) {
        return keys[number];
    }

    /** Gives back what is not needed any more after the last key. */
    void trim() {
        keys = Arrays.copyOf(keys, size);
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length + (keys.length >> 1));
        slots = new int[(int) (keys.length * 1.5)];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }

    /** Where a key is or would be; its upper bits are spread evenly over the slots. */
    private int slot(long key) {
        int slot = (int) ((key >>> 32) * slots.length >>> 32);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }
}
