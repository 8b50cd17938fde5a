package lathe.tokenize.bpe;

import java.util.Arrays;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Makes one token of a pair in all words, and counts what its neighbours lose and gain. */
final class MergeStep {
    private static final int WORDS_PER_CHECK = 1 << 16;

    private final BpeWords words;
    private final BpeTokens tokens;
    private final PairTable pairs;
    private final PairHeap heap;
    private final RunContext context;
    private final Neighbours before = new Neighbours();
    private final Neighbours after = new Neighbours();
    private int[] made = new int[1 << 8];
    private int left;
    private int right;
    private int token;

    MergeStep(BpeWords words, BpeTokens tokens, PairTable pairs, PairHeap heap, RunContext context) {
        this.words = words;
        this.tokens = tokens;
        this.pairs = pairs;
        this.heap = heap;
        this.context = context;
    }

    /**
     * Makes the token.
     *
     * @param floor new pairs that are rarer are forgotten
     */
    void merge(int pair, int id, long floor) throws RunCancelledException {
        left = (int) (pairs.key(pair) >>> Integer.SIZE);
        right = (int) pairs.key(pair);
        token = id;
        before.clear(id + 1);
        after.clear(id + 1);
        int from = pairs.first(pair);
        int places = pairs.places(pair);
        for (int i = 0; i < places; i++) {
            if (i % WORDS_PER_CHECK == 0) {
                context.checkCancelled();
            }
            rewrite(pairs.word(from + i));
        }
        pairs.drop(pair);
        lose();
        gainBefore(floor);
        gainAfter(floor);
    }

    /** Replaces the pair in a word from left to right. */
    private void rewrite(int word) {
        int[] cells = words.cells;
        long times = words.count(word);
        int first = word + BpeWords.HEAD;
        int end = first + cells[word];
        int to = first;
        for (int at = first; at < end; ) {
            int symbol = cells[at];
            if (symbol == left && at + 1 < end && cells[at + 1] == right) {
                if (to > first) {
                    before.add(cells[to - 1], word, times);
                }
                if (at + 2 < end) {
                    after.add(cells[at + 2], word, times);
                }
                cells[to++] = token;
                at += 2;
            } else {
                cells[to++] = symbol;
                at++;
            }
        }
        cells[word] = to - first;
        while (to < end) {
            cells[to++] = BpeWords.FREE;
        }
    }

    private void lose() {
        for (int slot = 0; slot < before.size(); slot++) {
            pairs.subtract(PairTable.key(before.id(slot), left), before.sum(slot));
        }
        for (int slot = 0; slot < after.size(); slot++) {
            pairs.subtract(PairTable.key(right, after.id(slot)), after.sum(slot));
        }
    }

    private void gainBefore(long floor) {
        for (int slot = 0; slot < before.size(); slot++) {
            keep(slot, PairTable.key(before.id(slot), token), before.sum(slot), before.words(slot), floor);
        }
        before.fill(pairs, made);
    }

    /** Where the pair stands twice in a row, the second takes away what the first had gained. */
    private void gainAfter(long floor) {
        for (int slot = 0; slot < after.size(); slot++) {
            long sum = after.sum(slot) - (after.id(slot) == left ? before.sumOf(token) : 0);
            keep(slot, PairTable.key(token, after.id(slot)), sum, after.words(slot), floor);
        }
        after.fill(pairs, made);
    }

    private void keep(int slot, long key, long sum, int places, long floor) {
        if (slot == made.length) {
            made = Arrays.copyOf(made, 2 * slot);
        }
        made[slot] = PairTable.NONE;
        if (sum >= floor && tokens.fit((int) (key >>> Integer.SIZE), (int) key) && pairs.find(key) == PairTable.NONE) {
            made[slot] = pairs.add(key, sum, places);
            heap.push(made[slot]);
        }
    }
}
