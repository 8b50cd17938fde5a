package lathe.generate;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.model.text.LanguageModel;
import lathe.run.Randoms;

/** Chooses the next token by the scores of all. */
final class Sampler {
    private final GenerateOptions options;
    private final Random random;

    Sampler(GenerateOptions options) {
        this.options = options;
        random = Randoms.stream(options.seed(), "generate");
    }

    int choose(float[] scores) {
        return options.temperature() <= 0 ? LanguageModel.likeliest(scores) : sample(scores);
    }

    private int sample(float[] scores) {
        double[] weights = weights(scores);
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -weights[token]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double nucleus = 0;
        int chosen = 0;
        while (chosen < order.length && (chosen == 0 || nucleus < options.topP() * all)) {
            nucleus += weights[order[chosen++]];
        }
        double at = random.nextDouble() * nucleus;
        for (int i = 0; i < chosen; i++) {
            at -= weights[order[i]];
            if (at < 0) {
                return order[i];
            }
        }
        return order[chosen - 1];
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
