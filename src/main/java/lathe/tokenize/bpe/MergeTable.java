package lathe.tokenize.bpe;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges that are known already: they turn symbols into tokens as an encoder would, the earliest merge first. */
public final class MergeTable {
    private record Known(int rank, int id) {}

    private record Candidate(int rank, int at, int id, int left, int right) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(at, other.at);
        }
    }

    private final Map<Long, Known> merges = new HashMap<>();
    private @Nullable BitSet used;
    private int next;

    /**
     * Adds a merge that comes after all others; of two of the same pair the later counts, as in Hugging Face's model.
     */
    public void add(int left, int right, int id) {
        merges.put(PairTable.key(left, right), new Known(next++, id));
    }

    /** From now on notes the ranks of merges that are applied. */
    public BitSet note() {
        BitSet noted = new BitSet();
        used = noted;
        return noted;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return merges.isEmpty();
    }

    /** Merges symbols in place; returns how many tokens are left. */
    public int apply(int[] symbols, int from, int length) {
        if (merges.isEmpty() || length < 2) {
            return length;
        }
        int[] next = new int[length];
        int[] previous = new int[length];
        PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i < length; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
            offer(queue, symbols, from, i, i + 1, length);
        }
        boolean[] gone = new boolean[length];
        for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
            int at = best.at;
            int second = next[at];
            if (gone[at]
                    || second >= length
                    || symbols[from + at] != best.left
                    || symbols[from + second] != best.right) {
                continue;
            }
            symbols[from + at] = best.id;
            if (used != null) {
                used.set(best.rank);
            }
            gone[second] = true;
            next[at] = next[second];
            if (next[at] < length) {
                previous[next[at]] = at;
            }
            offer(queue, symbols, from, at, next[at], length);
            if (previous[at] >= 0) {
                offer(queue, symbols, from, previous[at], at, length);
            }
        }
        int to = from;
        for (int i = 0; i < length; i = next[i]) {
            symbols[to++] = symbols[from + i];
        }
        Arrays.fill(symbols, to, from + length, 0);
        return to - from;
    }

    private void offer(PriorityQueue<Candidate> queue, int[] symbols, int from, int first, int second, int length) {
        if (second >= length) {
            return;
        }
        int left = symbols[from + first];
        int right = symbols[from + second];
        Known known = merges.get(PairTable.key(left, right));
        if (known != null) {
            queue.add(new Candidate(known.rank, first, known.id, left, right));
        }
    }
}
