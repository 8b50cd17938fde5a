package lathe.clean.statistic;

import java.util.Arrays;

/** Counts 64-bit keys: an open table of primitives that each thread uses again for one text after another. */
final class GramTable {
    private static final ThreadLocal<GramTable> SCRATCH = ThreadLocal.withInitial(GramTable::new);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int LEAST_BITS = 6;

    /** A key and its count side by side, so that one look at memory finds both. */
    private long[] entries = new long[2 << LEAST_BITS];

    private int bits = LEAST_BITS;
    private int distinct;

    private GramTable() {}

    /** The thread's table, empty, with room for so many keys. */
    static GramTable empty(int most) {
        GramTable table = SCRATCH.get();
        table.clear(most);
        return table;
    }

    private void clear(int most) {
        bits = Math.max(LEAST_BITS, 32 - Integer.numberOfLeadingZeros(most + most / 2));
        if (entries.length < 2 << bits) {
            entries = new long[2 << bits];
        } else {
            Arrays.fill(entries, 0, 2 << bits, 0);
        }
        distinct = 0;
    }

    /** Counts a key; says how often it was there before. */
    int add(long key) {
        int slot = slot(key);
        entries[slot] = key;
        int before = (int) entries[slot + 1]++;
        distinct += before == 0 ? 1 : 0;
        return before;
    }

    /** How often a key was counted. */
    int count(long key) {
        return (int) entries[slot(key) + 1];
    }

    /** How many different keys there are. */
    int distinct() {
        return distinct;
    }

    /** The counts above one, largest first. */
    int[] repeated() {
        int[] found = new int[distinct];
        int size = 0;
        for (int slot = 1; slot < 2 << bits; slot += 2) {
            if (entries[slot] > 1) {
                found[size++] = -(int) entries[slot];
            }
        }
        found = Arrays.copyOf(found, size);
        Arrays.sort(found);
        for (int i = 0; i < size; i++) {
            found[i] = -found[i];
        }
        return found;
    }

    /** Where a key's entry is or would be. */
    private int slot(long key) {
        long[] table = entries;
        int mask = (2 << bits) - 2;
        int slot = (int) (((key ^ (key >>> 32)) * SPREAD) >>> (63 - bits)) & mask;
        while (table[slot + 1] != 0 && table[slot] != key) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }
}
