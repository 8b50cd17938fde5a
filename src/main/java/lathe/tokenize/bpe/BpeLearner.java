package lathe.tokenize.bpe;

import java.util.ArrayList;
import java.util.List;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.MergeReport;

/**
 * Byte-pair encoding (Sennrich et al. 2016): the most frequent pair becomes a token, again and again. Merges come out
 * in the order of Hugging Face's BpeTrainer; counts are 64 bits wide.
 *
 * <p>Only pairs above a floor are kept in memory. When none is left and more tokens are wanted, the floor sinks and all
 * words are scanned anew; a pair below the floor cannot be the next to merge, so the order is the same.
 */
public final class BpeLearner {
    /** The first floor is this part of the most frequent pair. */
    private static final int FIRST = 256;

    /** Later floors are this part of what the merges so far promise, at least. */
    private static final int CAUTION = 4;

    /** Which pairs may be merged at all. */
    public interface Rule {
        boolean allows(String left, String right);
    }

    private final BpeWords words;
    private final BpeTokens tokens;
    private final int threads;
    private final RunContext context;
    private final MergeReport report;
    private final List<Merge> merges = new ArrayList<>();
    private Rule rule = (left, right) -> true;

    /** A learner; it uses up the words. */
    public BpeLearner(BpeWords words, BpeTokens tokens, int threads, RunContext context) {
        this.words = words;
        this.tokens = tokens;
        this.threads = threads;
        this.context = context;
        report = new MergeReport(tokens.vocabulary()::size, tokens::readable, context);
    }

    /** Merges only what a rule allows. */
    public BpeLearner only(Rule allowed) {
        rule = allowed;
        return this;
    }

    /** Learns until the vocabulary is full or no pair is frequent enough. */
    public List<Merge> learn(int vocabSize, long minFrequency) throws RunCancelledException {
        report.begin(vocabSize);
        long least = Math.max(1, minFrequency);
        long floor = Long.MAX_VALUE;
        while (floor > least && size() < vocabSize) {
            PairScan scan = new PairScan(words, tokens, threads, context);
            long most = scan.sum();
            floor = Math.max(least, floor == Long.MAX_VALUE ? most / FIRST : lower(floor, vocabSize));
            boolean complete = learn(scan.pairs(floor), floor, vocabSize);
            floor = complete ? floor : floor + 1;
        }
        report.end();
        return merges;
    }

    private int size() {
        return tokens.vocabulary().size();
    }

    /** Counts fall about as fast as ranks rise (Zipf): where the floor must be for all the tokens wanted. */
    private long lower(long floor, int vocabSize) {
        double wanted = (double) merges.size() + vocabSize - size();
        double promise = (double) floor * (merges.size() + 1) / wanted;
        return (long) (Math.min(promise, (double) floor) / CAUTION);
    }

    /** Merges pairs above a floor; false if counts must be made anew before any other pair is merged. */
    private boolean learn(PairTable pairs, long floor, int vocabSize) throws RunCancelledException {
        PairHeap heap = new PairHeap(pairs);
        for (int pair = 0; pair < pairs.size(); pair++) {
            heap.push(pair);
        }
        MergeStep step = new MergeStep(words, tokens, pairs, heap, context);
        while (size() < vocabSize && !heap.isEmpty()) {
            int pair = heap.topPair();
            if (heap.topCount() != pairs.count(pair)) {
                heap.correctTop(floor);
                continue;
            }
            heap.pop();
            if (allowed(pairs.key(pair)) && !merge(step, pair, pairs, floor)) {
                return false;
            }
        }
        return true;
    }

    private boolean allowed(long key) {
        return rule.allows(piece((int) (key >>> Integer.SIZE)), piece((int) key));
    }

    private String piece(int id) {
        return tokens.vocabulary().piece(id);
    }

    /** False if the token was known before: pairs with it may be more than the table says. */
    private boolean merge(MergeStep step, int pair, PairTable pairs, long floor) throws RunCancelledException {
        long key = pairs.key(pair);
        int known = size();
        int left = (int) (key >>> Integer.SIZE);
        int right = (int) key;
        int id = tokens.merge(left, right);
        merges.add(new Merge(piece(left), piece(right), id, pairs.count(pair)));
        step.merge(pair, id, floor);
        report.merged(id);
        return size() > known;
    }
}
