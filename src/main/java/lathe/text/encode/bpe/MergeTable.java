package lathe.text.encode.bpe;

import java.util.Arrays;

/**
 * Which pairs of tokens merge, how early and into what: a hash table in one array. Most pairs that are asked for never
 * merge; a bit for each hash, few enough to stay near the processor, tells that of nearly all of them. Pairs of the
 * most frequent characters, with which every word begins, have a table without hashes.
 */
final class MergeTable {
    /** Rank of a pair that never merges. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final long EMPTY = -1;
    private static final int BITS_PER_SLOT = 4;

    /** A pair, then its rank. */
    private final long[] table;

    private final int shift;
    private final long[] maybe;
    private final int maybeShift;
    private final Beginnings beginnings;
    private final int[] left;
    private final int[] right;
    private final int[] merged;

    MergeTable(int[] left, int[] right, int[] merged) {
        this.left = left;
        this.right = right;
        this.merged = merged;
        int slots = Math.max(16, Integer.highestOneBit(Math.max(1, left.length)) * 4);
        table = new long[2 * slots];
        Arrays.fill(table, EMPTY);
        shift = Long.numberOfLeadingZeros(slots) + 1;
        maybe = new long[slots * BITS_PER_SLOT / Long.SIZE];
        maybeShift = Long.numberOfLeadingZeros((long) slots * BITS_PER_SLOT) + 1;
        for (int rank = 0; rank < left.length; rank++) {
            put(pair(left[rank], right[rank]), rank);
        }
        beginnings = new Beginnings(left, right, merged);
    }

    private static long pair(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    private void put(long pair, int rank) {
        long hash = hash(pair) >>> maybeShift;
        maybe[(int) (hash >>> 6)] |= 1L << hash;
        int slot = first(pair);
        while (table[slot] != EMPTY && table[slot] != pair) {
            slot = slot + 2 & table.length - 1;
        }
        table[slot] = pair;
        // Of a pair that is listed twice the last line counts.
        table[slot + 1] = rank;
    }

    private int first(long pair) {
        return (int) (hash(pair) >>> shift) << 1;
    }

    private static long hash(long pair) {
        return pair * 0x9E3779B97F4A7C15L;
    }

    /** How early a pair merges, or {@link #NEVER}. */
    int rank(int leftId, int rightId) {
        int known = beginnings.rank(leftId, rightId);
        if (known != Beginnings.ELSEWHERE) {
            return known;
        }
        long pair = pair(leftId, rightId);
        long hash = hash(pair);
        long bit = hash >>> maybeShift;
        if ((maybe[(int) (bit >>> 6)] & (1L << bit)) == 0) {
            return NEVER;
        }
        int slot = (int) (hash >>> shift) << 1;
        long found = table[slot];
        while (found != pair) {
            if (found == EMPTY) {
                return NEVER;
            }
            slot = slot + 2 & table.length - 1;
            found = table[slot];
        }
        return (int) table[slot + 1];
    }

    /** What the pair of a rank merges into. */
    int merged(int rank) {
        return merged[rank];
    }

    int left(int rank) {
        return left[rank];
    }

    int right(int rank) {
        return right[rank];
    }

    /** Number of merges. */
    int size() {
        return left.length;
    }
}
