package lathe.clean.perplexity;

import org.jspecify.annotations.Nullable;

/** The probabilities of all sequences of one length, and the weights of their contexts, while a model is learned. */
final class EstimatedLevel {
    private final Counts counts;
    private final int kept;
    private final float[] probabilities;
    /** How much of a sequence's probability as a context goes to shorter ones; 1 where it is none. */
    private final float[] weights;

    private EstimatedLevel(Counts counts, int kept) {
        this.counts = counts;
        this.kept = kept;
        probabilities = new float[counts.size()];
        weights = new float[counts.size()];
        java.util.Arrays.fill(weights, 1);
    }

    /**
     * Estimates a level.
     *
     * @param adjusted what each sequence counts
     * @param kept sequences that are in the text no more often are left out
     * @param below the level of sequences one word shorter, whose weights this sets
     */
    static EstimatedLevel of(
            Corpus corpus, int length, Counts counts, int[] adjusted, int kept, @Nullable EstimatedLevel below) {
        EstimatedLevel level = new EstimatedLevel(counts, kept);
        Discount discount = discount(adjusted);
        if (below == null) {
            level.words(adjusted, discount);
        } else {
            level.sequences(corpus, length, adjusted, discount, below);
        }
        return level;
    }

    Counts counts() {
        return counts;
    }

    /** Whether a sequence stays in the model. */
    boolean stays(int id) {
        return kept == 0 || counts.count(id) > kept;
    }

    float probability(int id) {
        return probabilities[id];
    }

    float weight(int id) {
        return weights[id];
    }

    private static Discount discount(int[] adjusted) {
        long[] sequences = new long[5];
        for (int count : adjusted) {
            if (count < sequences.length) {
                sequences[count]++;
            }
        }
        return Discount.of(sequences);
    }

    private void words(int[] adjusted, Discount discount) {
        double total = 0;
        double taken = 0;
        for (int count : adjusted) {
            total += count;
            taken += discount.of(count);
        }
        double uniform = taken / total / (adjusted.length - 1);
        for (int word = 0; word < adjusted.length; word++) {
            probabilities[word] = (float) ((adjusted[word] - discount.of(adjusted[word])) / total + uniform);
        }
        probabilities[Vocabulary.BEGIN] = 1;
    }

    private void sequences(Corpus corpus, int length, int[] adjusted, Discount discount, EstimatedLevel below) {
        int[] contexts = new int[adjusted.length];
        double[] totals = new double[below.counts.size()];
        double[] taken = new double[below.counts.size()];
        for (int id = 0; id < adjusted.length; id++) {
            int context = below.counts.keys().find(corpus.key(counts.end(id) - 1, length - 1));
            contexts[id] = context;
            totals[context] += adjusted[id];
            taken[context] += stays(id) ? discount.of(adjusted[id]) : adjusted[id];
        }
        for (int context = 0; context < totals.length; context++) {
            below.weights[context] = totals[context] == 0 ? 1 : (float) (taken[context] / totals[context]);
        }
        for (int id = 0; id < adjusted.length; id++) {
            int context = contexts[id];
            int suffix = below.counts.keys().find(corpus.key(counts.end(id), length - 1));
            probabilities[id] = (float) ((adjusted[id] - discount.of(adjusted[id])) / totals[context]
                    + below.weights[context] * below.probabilities[suffix]);
        }
    }
}
