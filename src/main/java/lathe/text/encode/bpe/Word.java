package lathe.text.encode.bpe;

import java.util.Arrays;

/**
 * A piece of text as tokens that merge: always the pair of the lowest rank, of several the leftmost. Short words are
 * searched again for each merge, long ones have a heap.
 */
final class Word {
    private static final int LONG = 80;
    private static final int GONE = -1;

    private final MergeTable merges;
    int[] ids = new int[64];
    /** Length of each token, in bytes of UTF-8. */
    int[] lengths = new int[64];

    int size;

    private int[] ranks = new int[64];
    private int[] next = new int[64];
    private int[] previous = new int[64];
    private long[] heap = new long[64];
    private int heapSize;

    Word(MergeTable merges) {
        this.merges = merges;
    }

    void clear() {
        size = 0;
    }

    void add(int id, int bytes) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        ids[size] = id;
        lengths[size++] = bytes;
    }

    void merge() {
        if (size > LONG) {
            mergeByHeap();
        } else if (size > 1) {
            mergeBySearch();
        }
    }

    private void mergeBySearch() {
        if (ranks.length < size) {
            ranks = new int[2 * size];
        }
        int last = size - 1;
        for (int i = 0; i < last; i++) {
            ranks[i] = merges.rank(ids[i], ids[i + 1]);
        }
        int best = lowest(last);
        while (best != GONE) {
            ids[best] = merges.merged(ranks[best]);
            lengths[best] += lengths[best + 1];
            int moved = last - best - 1;
            System.arraycopy(ids, best + 2, ids, best + 1, moved);
            System.arraycopy(lengths, best + 2, lengths, best + 1, moved);
            System.arraycopy(ranks, best + 1, ranks, best, moved);
            last--;
            if (best > 0) {
                ranks[best - 1] = merges.rank(ids[best - 1], ids[best]);
            }
            if (best < last) {
                ranks[best] = merges.rank(ids[best], ids[best + 1]);
            }
            best = lowest(last);
        }
        size = last + 1;
    }

    private int lowest(int count) {
        int best = GONE;
        int lowest = MergeTable.NEVER;
        for (int i = 0; i < count; i++) {
            if (ranks[i] < lowest) {
                lowest = ranks[i];
                best = i;
            }
        }
        return best;
    }

    private void mergeByHeap() {
        link();
        while (heapSize > 0) {
            long top = pop();
            int rank = (int) (top >>> Integer.SIZE);
            int at = (int) top;
            int second = ids[at] == GONE ? GONE : next[at];
            // What merged meanwhile is no longer this pair.
            if (second != GONE && merges.rank(ids[at], ids[second]) == rank) {
                join(at, second, merges.merged(rank));
            }
        }
        compact();
    }

    private void link() {
        if (next.length < size) {
            next = new int[2 * size];
            previous = new int[2 * size];
            heap = new long[6 * size];
        }
        heapSize = 0;
        for (int i = 0; i < size; i++) {
            previous[i] = i - 1;
            next[i] = i + 1 < size ? i + 1 : GONE;
            if (i > 0) {
                push(i - 1, i);
            }
        }
    }

    private void join(int at, int second, int id) {
        ids[at] = id;
        lengths[at] += lengths[second];
        ids[second] = GONE;
        next[at] = next[second];
        if (next[at] != GONE) {
            previous[next[at]] = at;
            push(at, next[at]);
        }
        if (previous[at] != GONE) {
            push(previous[at], at);
        }
    }

    private void compact() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (ids[i] != GONE) {
                ids[kept] = ids[i];
                lengths[kept++] = lengths[i];
            }
        }
        size = kept;
    }

    private void push(int at, int second) {
        int rank = merges.rank(ids[at], ids[second]);
        if (rank == MergeTable.NEVER) {
            return;
        }
        long entry = (long) rank << Integer.SIZE | at;
        int place = heapSize++;
        if (heapSize > heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        while (place > 0 && heap[(place - 1) >> 1] > entry) {
            heap[place] = heap[(place - 1) >> 1];
            place = (place - 1) >> 1;
        }
        heap[place] = entry;
    }

    private long pop() {
        long top = heap[0];
        long last = heap[--heapSize];
        int place = 0;
        while (true) {
            int child = 2 * place + 1;
            if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (child >= heapSize || heap[child] >= last) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = last;
        return top;
    }
}
