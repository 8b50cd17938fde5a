package lathe.tokenize.sentencepiece.bpe;

import java.util.Arrays;

/** The pairs, the next to merge on top. Counts are those of the time of pushing; they only fall. */
final class SpPairHeap {
    private final SpPairs pairs;
    private long[] counts = new long[1 << 12];
    private int[] indexes = new int[1 << 12];
    private int size;

    SpPairHeap(SpPairs pairs) {
        this.pairs = pairs;
    }

    /** Adds a pair. */
    void push(int pair) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, 2 * size);
            indexes = Arrays.copyOf(indexes, 2 * size);
        }
        long count = pairs.count(pair);
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >> 1;
            if (!pairs.goesFirst(count, pair, counts[above], indexes[above])) {
                break;
            }
            counts[at] = counts[above];
            indexes[at] = indexes[above];
            at = above;
        }
        counts[at] = count;
        indexes[at] = pair;
    }

    /** Takes the pair that comes first by the counts of now, or {@link SpPairs#NONE} where there is none. */
    int pop() {
        while (size > 0) {
            int top = indexes[0];
            if (counts[0] == pairs.count(top)) {
                size--;
                if (size > 0) {
                    sink(counts[size], indexes[size]);
                }
                return top;
            }
            sink(pairs.count(top), top);
        }
        return SpPairs.NONE;
    }

    private void sink(long count, int pair) {
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size
                    && pairs.goesFirst(counts[below + 1], indexes[below + 1], counts[below], indexes[below])) {
                below++;
            }
            if (!pairs.goesFirst(counts[below], indexes[below], count, pair)) {
                break;
            }
            counts[at] = counts[below];
            indexes[at] = indexes[below];
            at = below;
        }
        counts[at] = count;
        indexes[at] = pair;
    }
}
