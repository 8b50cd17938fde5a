package lathe.tokenize.bpe;

import java.util.Arrays;

/** Pairs of neighbouring tokens: how often they occur, and in which words. */
final class PairTable {
    private static final long FREE = -1;
    private static final int[] NOWHERE = new int[0];

    private long[] keys = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int[][] words = new int[1 << 12][];
    private int[] wordCounts = new int[1 << 12];
    private int[] marks = new int[1 << 12];
    private int size;
    private long[] slotKeys = new long[1 << 14];
    private int[] slotPairs = new int[1 << 14];

    PairTable() {
        Arrays.fill(slotKeys, FREE);
    }

    /** Index of a pair; new ones get the next. */
    int pair(int left, int right) {
        long key = ((long) left << Integer.SIZE) | right;
        int slot = slot(key);
        if (slotKeys[slot] == key) {
            return slotPairs[slot];
        }
        if (2 * (size + 1) > slotKeys.length) {
            growSlots();
            slot = slot(key);
        }
        if (size == keys.length) {
            growPairs();
        }
        slotKeys[slot] = key;
        slotPairs[slot] = size;
        keys[size] = key;
        words[size] = NOWHERE;
        return size++;
    }

    /** Counts a pair in a word; a word met twice in a row is noted once. */
    void add(int pair, int word, long times) {
        counts[pair] += times;
        int n = wordCounts[pair];
        int[] list = words[pair];
        if (n > 0 && list[n - 1] == word) {
            return;
        }
        if (n == list.length) {
            list = Arrays.copyOf(list, Math.max(4, n + (n >> 1) + 1));
            words[pair] = list;
        }
        list[n] = word;
        wordCounts[pair] = n + 1;
    }

    void subtract(int pair, long times) {
        counts[pair] -= times;
    }

    /** The words of a pair that is merged now; they are forgotten, as the pair will not come again. */
    int[] takeWords(int pair) {
        int[] taken = Arrays.copyOf(words[pair], wordCounts[pair]);
        words[pair] = NOWHERE;
        wordCounts[pair] = 0;
        counts[pair] = 0;
        return taken;
    }

    /** Marks a pair for a step (from 1); false if it was marked in that step before. */
    boolean mark(int pair, int step) {
        boolean first = marks[pair] != step;
        marks[pair] = step;
        return first;
    }

    int size() {
        return size;
    }

    long count(int pair) {
        return counts[pair];
    }

    /** Left id in the upper half, right id in the lower. */
    long key(int pair) {
        return keys[pair];
    }

    private int slot(long key) {
        int bits = Integer.numberOfTrailingZeros(slotKeys.length);
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
        while (slotKeys[slot] != FREE && slotKeys[slot] != key) {
            slot = (slot + 1) & (slotKeys.length - 1);
        }
        return slot;
    }

    private void growSlots() {
        slotKeys = new long[2 * slotKeys.length];
        slotPairs = new int[slotKeys.length];
        Arrays.fill(slotKeys, FREE);
        for (int pair = 0; pair < size; pair++) {
            int slot = slot(keys[pair]);
            slotKeys[slot] = keys[pair];
            slotPairs[slot] = pair;
        }
    }

    private void growPairs() {
        int more = 2 * keys.length;
        keys = Arrays.copyOf(keys, more);
        counts = Arrays.copyOf(counts, more);
        words = Arrays.copyOf(words, more);
        wordCounts = Arrays.copyOf(wordCounts, more);
        marks = Arrays.copyOf(marks, more);
    }
}
