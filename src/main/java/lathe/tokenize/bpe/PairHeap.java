package lathe.tokenize.bpe;

import java.util.Arrays;

/**
 * The pairs, most frequent first; of equal counts the one with the smaller ids, as in Hugging Face's trainer. Counts
 * are those of the time of pushing: whoever takes the top compares it with the table.
 */
final class PairHeap {
    private final PairTable pairs;
    private long[] counts = new long[1 << 12];
    private int[] indexes = new int[1 << 12];
    private int size;

    PairHeap(PairTable pairs) {
        this.pairs = pairs;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long topCount() {
        return counts[0];
    }

    int topPair() {
        return indexes[0];
    }

    void push(int pair) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size + size / 2);
            indexes = Arrays.copyOf(indexes, size + size / 2);
        }
        long count = pairs.count(pair);
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >> 1;
            if (!goesFirst(count, pair, counts[above], indexes[above])) {
                break;
            }
            counts[at] = counts[above];
            indexes[at] = indexes[above];
            at = above;
        }
        counts[at] = count;
        indexes[at] = pair;
    }

    void pop() {
        size--;
        if (size > 0) {
            sink(counts[size], indexes[size]);
        }
    }

    /** Gives the top its present count, or takes it off if that is below a floor. */
    void correctTop(long floor) {
        long count = pairs.count(indexes[0]);
        if (count < floor) {
            pop();
        } else {
            sink(count, indexes[0]);
        }
    }

    private void sink(long count, int pair) {
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && goesFirst(counts[below + 1], indexes[below + 1], counts[below], indexes[below])) {
                below++;
            }
            if (!goesFirst(counts[below], indexes[below], count, pair)) {
                break;
            }
            counts[at] = counts[below];
            indexes[at] = indexes[below];
            at = below;
        }
        counts[at] = count;
        indexes[at] = pair;
    }

    private boolean goesFirst(long count, int pair, long otherCount, int otherPair) {
        return count != otherCount ? count > otherCount : pairs.key(pair) < pairs.key(otherPair);
    }
}
