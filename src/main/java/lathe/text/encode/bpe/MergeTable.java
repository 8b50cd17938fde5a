package lathe.text.encode.bpe;

import java.util.Arrays;

/** Which pairs of tokens merge, how early and into what: a hash table in one array. */
final class MergeTable {
    /** Rank of a pair that never merges. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final long EMPTY = -1;

    /** A pair, then its rank. */
    private final long[] table;

    private final int shift;
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
        for (int rank = 0; rank < left.length; rank++) {
            put(pair(left[rank], right[rank]), rank);
        }
    }

    private static long pair(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    private void put(long pair, int rank) {
        int slot = first(pair);
        while (table[slot] != EMPTY && table[slot] != pair) {
            slot = slot + 2 & table.length - 1;
        }
        table[slot] = pair;
        // Of a pair that is listed twice the last line counts.
        table[slot + 1] = rank;
    }

    private int first(long pair) {
        return (int) ((pair * 0x9E3779B97F4A7C15L) >>> shift) << 1;
    }

    /** How early a pair merges, or {@link #NEVER}. */
    int rank(int leftId, int rightId) {
        long pair = pair(leftId, rightId);
        int slot = first(pair);
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
