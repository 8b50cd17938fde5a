package lathe.tokenize.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.Vocabulary;

/**
 * Byte-pair encoding (Sennrich et al. 2016): the most frequent pair becomes a token, again and again. Merges come out
 * in the order of Hugging Face's BpeTrainer; counts are 64 bits wide.
 */
final class BpeLearner {
    private static final int MERGES_PER_REPORT = 100;

    private final BpeWords words;
    private final Vocabulary vocabulary;
    private final PairTable pairs = new PairTable();
    private final PairHeap heap = new PairHeap(pairs);
    private final List<Merge> merges = new ArrayList<>();
    private int[] grown = new int[64];
    private int grownCount;

    BpeLearner(BpeWords words, Vocabulary vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary;
        for (int w = 0; w < words.size(); w++) {
            int from = words.start[w];
            for (int i = from + 1; i < from + words.length[w]; i++) {
                pairs.add(pairs.pair(words.symbols[i - 1], words.symbols[i]), w, words.count[w]);
            }
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            heap.push(pair);
        }
    }

    /** Learns until the vocabulary is full or no pair is frequent enough. */
    List<Merge> learn(int vocabSize, long minFrequency, RunContext context) throws RunCancelledException {
        int first = vocabulary.size();
        while (vocabulary.size() < vocabSize && !heap.isEmpty()) {
            int pair = heap.topPair();
            if (heap.topCount() != pairs.count(pair)) {
                correctTop(pair);
                continue;
            }
            if (heap.topCount() < Math.max(1, minFrequency)) {
                break;
            }
            heap.pop();
            merge(pair);
            if (merges.size() % MERGES_PER_REPORT == 0) {
                context.checkCancelled();
                context.progress(vocabulary.size() - first, vocabSize - first, "merges");
            }
        }
        context.progress(vocabulary.size() - first, vocabulary.size() - first, "merges");
        return merges;
    }

    private void correctTop(int pair) {
        if (pairs.count(pair) > 0) {
            heap.refreshTop();
        } else {
            heap.pop();
        }
    }

    private void merge(int pair) {
        int left = (int) (pairs.key(pair) >>> Integer.SIZE);
        int right = (int) pairs.key(pair);
        long count = pairs.count(pair);
        String leftPiece = vocabulary.piece(left);
        String rightPiece = vocabulary.piece(right);
        int id = vocabulary.add(leftPiece + rightPiece);
        merges.add(new Merge(leftPiece, rightPiece, id, count));
        grownCount = 0;
        for (int word : pairs.takeWords(pair)) {
            rewrite(word, left, right, id);
        }
        for (int i = 0; i < grownCount; i++) {
            heap.push(grown[i]);
        }
    }

    /** Replaces a pair in a word from left to right, and counts what its neighbours lose and gain. */
    private void rewrite(int word, int left, int right, int id) {
        int[] symbols = words.symbols;
        long times = words.count[word];
        int from = words.start[word];
        int end = from + words.length[word];
        int to = from;
        int at = from;
        while (at < end) {
            if (at + 1 < end && symbols[at] == left && symbols[at + 1] == right) {
                if (to > from) {
                    change(symbols[to - 1], left, symbols[to - 1], id, word, times);
                }
                if (at + 2 < end) {
                    change(right, symbols[at + 2], id, symbols[at + 2], word, times);
                }
                symbols[to++] = id;
                at += 2;
            } else {
                symbols[to++] = symbols[at++];
            }
        }
        words.length[word] = to - from;
    }

    private void change(int oldLeft, int oldRight, int newLeft, int newRight, int word, long times) {
        pairs.subtract(pairs.pair(oldLeft, oldRight), times);
        int pair = pairs.pair(newLeft, newRight);
        pairs.add(pair, word, times);
        if (pairs.mark(pair, merges.size())) {
            if (grownCount == grown.length) {
                grown = Arrays.copyOf(grown, 2 * grownCount);
            }
            grown[grownCount++] = pair;
        }
    }
}
