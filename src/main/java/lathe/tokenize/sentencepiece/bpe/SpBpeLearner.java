package lathe.tokenize.sentencepiece.bpe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.sentencepiece.PieceRules;
import lathe.tokenize.train.MergeReport;

/**
 * Byte-pair encoding (Sennrich et al. 2016) as SentencePiece does it since 0.1.99: the most frequent pair becomes a
 * piece; of equal ones the shorter, then the smaller. A piece that another pair made before is passed over, that pair
 * unmerged. Pairs that occur no more follow when no others are left.
 *
 * <p>SentencePiece looks only at its most frequent pairs and renews their list after every hundred pieces. Where its
 * list ends among pairs as frequent as the one to take, it may miss some; then ours are others of the same frequency.
 */
final class SpBpeLearner {
    private static final int PIECES_PER_CHECK = 50;

    private final SpWords words;
    private final Symbols symbols;
    private final SpPairs pairs;
    private final SpPairHeap heap;
    private final List<Learned> learned = new ArrayList<>();

    /** A piece, what it was made of, and how often that stood together. */
    record Learned(String left, String right, long count) {
        String piece() {
            return left + right;
        }
    }

    SpBpeLearner(SpWords words, Symbols symbols, PieceRules rules) {
        this.words = words;
        this.symbols = symbols;
        pairs = new SpPairs(symbols, rules);
        heap = new SpPairHeap(pairs);
    }

    /**
     * Learns pieces until there are enough, or no pair is frequent enough.
     *
     * @param known pieces that are there already
     */
    List<Learned> learn(int most, long minFrequency, Set<String> known, RunContext context)
            throws RunCancelledException {
        int before = known.size() + symbols.size();
        MergeReport report = new MergeReport(() -> before + learned.size(), id -> readable(learned.get(id)), context);
        report.begin(before + most);
        countAll(context);
        Set<String> taken = new HashSet<>(known);
        while (learned.size() < most) {
            int pair = heap.pop();
            if (pair == SpPairs.NONE || pairs.count(pair) < minFrequency) {
                break;
            }
            Learned next =
                    new Learned(symbols.text(pairs.left(pair)), symbols.text(pairs.right(pair)), pairs.count(pair));
            if (taken.add(next.piece())) {
                learned.add(next);
                merge(pair);
                report.merged(learned.size() - 1);
                if (learned.size() % PIECES_PER_CHECK == 0) {
                    context.checkCancelled();
                }
            }
        }
        report.end();
        return learned;
    }

    private static String readable(Learned piece) {
        return piece.piece().replace(PieceRules.SPACE, ' ');
    }

    private void countAll(RunContext context) throws RunCancelledException {
        int counted = 0;
        for (int word = 0; word < words.end(); word = words.next(word)) {
            long times = words.count(word);
            int from = SpWords.first(word);
            for (int i = from + 1; i < from + words.length(word); i++) {
                int pair = pairs.pair(words.symbols[i - 1], words.symbols[i]);
                if (pair != SpPairs.NONE) {
                    pairs.add(pair, word, times);
                }
            }
            if ((counted++ & 0xffff) == 0) {
                context.checkCancelled();
            }
        }
        pushFrom(0);
    }

    private void pushFrom(int first) {
        for (int pair = first; pair < pairs.size(); pair++) {
            heap.push(pair);
        }
    }

    private void merge(int pair) {
        int left = pairs.left(pair);
        int right = pairs.right(pair);
        int joined = symbols.join(left, right);
        int first = pairs.size();
        for (int word : pairs.takeWords(pair)) {
            rewrite(word, left, right, joined);
        }
        pushFrom(first);
    }

    /** Replaces a pair in a word from left to right, and counts what its neighbours lose and gain. */
    private void rewrite(int word, int left, int right, int joined) {
        int[] text = words.symbols;
        long times = words.count(word);
        int from = SpWords.first(word);
        int end = from + words.length(word);
        int to = from;
        for (int at = from; at < end; ) {
            if (at + 1 < end && text[at] == left && text[at + 1] == right) {
                if (to > from) {
                    change(text[to - 1], left, text[to - 1], joined, word, times);
                }
                if (at + 2 < end) {
                    change(right, text[at + 2], joined, text[at + 2], word, times);
                }
                text[to++] = joined;
                at += 2;
            } else {
                text[to++] = text[at++];
            }
        }
        words.length(word, to - from);
    }

    private void change(int oldLeft, int oldRight, int newLeft, int newRight, int word, long times) {
        int lost = pairs.pair(oldLeft, oldRight);
        if (lost != SpPairs.NONE) {
            pairs.subtract(lost, times);
        }
        int won = pairs.pair(newLeft, newRight);
        if (won != SpPairs.NONE) {
            pairs.add(won, word, times);
        }
    }
}
