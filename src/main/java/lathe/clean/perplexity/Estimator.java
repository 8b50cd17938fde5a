package lathe.clean.perplexity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.run.Failure;

/**
 * Learns a model by interpolated modified Kneser-Ney smoothing, with KenLM's definitions: sequences shorter than the
 * longest count in how many different words stand before them, unless they begin a sentence; one word is interpolated
 * with the uniform distribution over all words but the beginning; unknown words have what is left. The corpus stays in
 * memory, and the number of different sequences is limited. The same text gives the same model.
 */
final class Estimator {
    /** About 1 GB while a model is learned: some ten million words with five looked at together. */
    static final int MOST_SEQUENCES = 24_000_000;

    private static final int FIRST_PRUNED = 3;

    private final int order;
    private final int prune;
    private final int most;
    private final Corpus corpus;

    /**
     * How to learn.
     *
     * @param order words that are looked at together
     * @param prune sequences of three words and more that are there no more often are left out; 0 keeps all
     * @param most different sequences of all lengths, above which learning is refused
     */
    Estimator(Corpus corpus, int order, int prune, int most) {
        this.corpus = corpus;
        this.order = order;
        this.prune = prune;
        this.most = most;
    }

    /** The model, and for each sequence a place where it ends in the corpus. */
    Estimate estimate() throws Failure {
        List<Counts> raw = count();
        List<EstimatedLevel> levels = new ArrayList<>();
        for (int length = 1; length <= order; length++) {
            EstimatedLevel below = length == 1 ? null : levels.get(length - 2);
            int[] adjusted = adjusted(raw, length);
            levels.add(EstimatedLevel.of(corpus, length, raw.get(length - 1), adjusted, kept(length), below));
        }
        return Estimate.of(corpus, levels);
    }

    /** A sequence of a length stays if it is there more often than this. */
    private int kept(int length) {
        return length < FIRST_PRUNED ? 0 : prune;
    }

    private List<Counts> count() throws Failure {
        List<Counts> counts = new ArrayList<>();
        for (int length = 1; length <= order; length++) {
            counts.add(new Counts());
        }
        for (int word = 0; word < corpus.vocabulary().size(); word++) {
            counts.get(0).number(Keys.left(Keys.NONE, word), -1);
        }
        for (int end = 0; end < corpus.size(); end++) {
            if (corpus.word(end) != Vocabulary.BEGIN) {
                countAt(end, counts);
            }
            checkSize(counts);
        }
        return counts;
    }

    private void countAt(int end, List<Counts> counts) {
        long key = Keys.NONE;
        for (int length = 1; length <= order; length++) {
            int word = corpus.word(end - length + 1);
            key = Keys.left(key, word);
            counts.get(length - 1).add(key, end);
            if (word == Vocabulary.BEGIN) {
                return;
            }
        }
    }

    private void checkSize(List<Counts> counts) throws Failure {
        long size = 0;
        for (Counts each : counts) {
            size += each.size();
        }
        if (size > most) {
            throw Failure.resources(
                    String.format(Locale.ROOT, "The texts have more than %,d different word sequences", most),
                    "perplexity: model",
                    "learn from less text: a million words are enough for most corpora",
                    "or lower order, which is " + order);
        }
    }

    private int[] adjusted(List<Counts> raw, int length) {
        Counts own = raw.get(length - 1);
        int[] adjusted = new int[own.size()];
        if (length < order) {
            Counts longer = raw.get(length);
            for (int id = 0; id < longer.size(); id++) {
                adjusted[own.keys().find(corpus.key(longer.end(id), length))]++;
            }
        }
        for (int id = 0; id < adjusted.length; id++) {
            boolean begins = own.end(id) >= 0 && corpus.word(own.end(id) - length + 1) == Vocabulary.BEGIN;
            adjusted[id] = length == order || begins ? own.count(id) : adjusted[id];
        }
        return adjusted;
    }
}
