package lathe.clean.statistic;

import java.util.Arrays;

/** Counts 64-bit keys: an open table of primitives that each thread uses again for one text after another. */
final class GramTable {
    private static final ThreadLocal<GramTable> SCRATCH = ThreadLocal.withInitial(GramTable::new);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int LEAST_BITS = 6;

    private long[] keys = new long[1 << LEAST_BITS];
    private int[] counts = new int[1 << LEAST_BITS];
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
        if (keys.length < 1 << bits) {
            keys = new long[1 << bits];
            counts = new int[1 << bits];
        } else {
            Arrays.fill(counts, 0, 1 << bits, 0);
        }
        distinct = 0;
    }

    /** Counts a key; says how often it was there before. */
    int add(long key) {
        int slot = slot(key);
        keys[slot] = key;
        int before = counts[slot]++;
        distinct += before == 0 ? 1 : 0;
        return before;
    }

    /** How often a key was counted. */
    int count(long key) {
        return counts[slot(key)];
    }

    /** How many different keys there are. */
    int distinct() {
        return distinct;
    }

    /** The counts above one, largest first. */
    int[] repeated() {
        int[] found = new int[distinct];
        int size = 0;
        for (int slot = 0; slot < 1 << bits; slot++) {
            if (counts[slot] > 1) {
                found[size++] = -counts[slot];
            }
        }
        found = Arrays.copyOf(found, size);
        Arrays.sort(found);
        for (int i = 0; i < size; i++) {
            found[i] = -found[i];
        }
        return found;
    }

    private int slot(long key) {
        int mask = (1 << bits) - 1;
        int slot = (int) (((key ^ (key >>> 32)) * SPREAD) >>> (64 - bits));
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
