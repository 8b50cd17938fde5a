package lathe.generate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.model.text.LanguageModel;
import lathe.run.Randoms;

/** Chooses the next token by the scores of all. */
final class Sampler {
    private final GenerateOptions options;
    private final Random random;
    private final BitSet written = new BitSet();

    /** A sampler for one text, which begins with a prompt. */
    Sampler(GenerateOptions options, int... prompt) {
        this.options = options;
        random = Randoms.stream(options.seed(), "generate");
        for (int token : prompt) {
            written.set(token);
        }
    }

    /** The next token, which stands in the text from now on. The scores are changed where the penalty says so. */
    int choose(float[] scores) {
        punish(scores);
        int token = options.temperature() <= 0 ? LanguageModel.likeliest(scores) : sample(scores);
        written.set(token);
        return token;
    }

    private void punish(float[] scores) {
        float penalty = (float) options.repetitionPenalty();
        if (penalty != 1) {
            written.stream()
                    .filter(token -> token < scores.length)
                    .forEach(token ->
                            scores[token] = scores[token] < 0 ? scores[token] * penalty : scores[token] / penalty);
        }
    }

    private int sample(float[] scores) {
        double[] weights = weights(scores);
        int[] candidates = candidates(weights);
        double at = random.nextDouble() * sum(weights, candidates);
        for (int token : candidates) {
            at -= weights[token];
            if (at < 0) {
                return token;
            }
        }
        return candidates[candidates.length - 1];
    }

    private int[] candidates(double[] weights) {
        int[] all = IntStream.range(0, weights.length).toArray();
        if (options.topK() <= 0 && options.topP() >= 1) {
            return all;
        }
        TopTokens order = new TopTokens(weights);
        if (options.topK() <= 0) {
            return nucleus(order, weights, sum(weights, all));
        }
        int[] best = IntStream.generate(order::nextInt)
                .limit(Math.min(options.topK(), weights.length))
                .toArray();
        return nucleus(Arrays.stream(best).iterator(), weights, sum(weights, best));
    }

    /** The first tokens that together have the share of a whole that top-p names; one at least. */
    private int[] nucleus(PrimitiveIterator.OfInt order, double[] weights, double whole) {
        IntStream.Builder taken = IntStream.builder();
        double weight = 0;
        do {
            int token = order.nextInt();
            taken.add(token);
            weight += weights[token];
        } while (order.hasNext() && weight < options.topP() * whole);
        return taken.build().toArray();
    }

    private static double sum(double[] weights, int[] tokens) {
        return Arrays.stream(tokens).mapToDouble(token -> weights[token]).sum();
    }

    /** Probabilities up to a common factor. */
    private double[] weights(float[] scores) {
        float top = scores[LanguageModel.likeliest(scores)];
        double[] weights = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            weights[i] = Math.exp((scores[i] - top) / options.temperature());
        }
        return weights;
    }
}
