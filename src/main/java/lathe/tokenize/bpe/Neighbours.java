package lathe.tokenize.bpe;

import java.util.Arrays;

/**
 * What stands on one side of a token that is being made: gathered by neighbour while all its words are visited, so that
 * the table of pairs is asked once for each neighbour and not once for each place.
 */
final class Neighbours {
    private int[] slotOf = new int[1 << 10];
    private int[] ids = new int[1 << 8];
    private long[] sums = new long[1 << 8];
    private int[] wordCounts = new int[1 << 8];
    private int[] lastWords = new int[1 << 8];
    private int size;
    private int[] entrySlots = new int[1 << 10];
    private int[] entryWords = new int[1 << 10];
    private int entries;

    /** Forgets all; ids below the bound may come. */
    void clear(int idBound) {
        size = 0;
        entries = 0;
        if (idBound > slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, 2 * idBound);
        }
    }

    /** A neighbour in a word. */
    void add(int id, int word, long times) {
        int slot = find(id);
        if (slot < 0) {
            slot = insert(id);
        }
        sums[slot] += times;
        if (lastWords[slot] != word) {
            lastWords[slot] = word;
            wordCounts[slot]++;
            note(slot, word);
        }
    }

    int size() {
        return size;
    }

    int id(int slot) {
        return ids[slot];
    }

    /** How often the neighbour stands there. */
    long sum(int slot) {
        return sums[slot];
    }

    /** In how many words. */
    int words(int slot) {
        return wordCounts[slot];
    }

    /** How often an id is a neighbour. */
    long sumOf(int id) {
        int slot = find(id);
        return slot < 0 ? 0 : sums[slot];
    }

    /** Writes the words of the neighbours whose pairs are wanted. {@code pairs} holds a pair for each slot, or NONE. */
    void fill(PairTable table, int[] pairs) {
        Arrays.fill(wordCounts, 0, size, 0);
        for (int i = 0; i < entries; i++) {
            int slot = entrySlots[i];
            if (pairs[slot] != PairTable.NONE) {
                table.place(table.first(pairs[slot]) + wordCounts[slot]++, entryWords[i]);
            }
        }
    }

    /** A slot, or -1. What stands in {@code slotOf} counts only if the slot agrees: nothing need be wiped. */
    private int find(int id) {
        int slot = slotOf[id];
        return slot < size && ids[slot] == id ? slot : -1;
    }

    private int insert(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
            wordCounts = Arrays.copyOf(wordCounts, 2 * size);
            lastWords = Arrays.copyOf(lastWords, 2 * size);
        }
        slotOf[id] = size;
        ids[size] = id;
        sums[size] = 0;
        wordCounts[size] = 0;
        lastWords[size] = -1;
        return size++;
    }

    private void note(int slot, int word) {
        if (entries == entryWords.length) {
            entrySlots = Arrays.copyOf(entrySlots, entries + entries / 2);
            entryWords = Arrays.copyOf(entryWords, entries + entries / 2);
        }
        entrySlots[entries] = slot;
        entryWords[entries++] = word;
    }
}
