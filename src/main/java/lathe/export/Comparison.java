package lathe.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lathe.model.text.LanguageModel;
import lathe.recipe.ExportFormat;

/** How far the scores of two models lie apart on the same texts. */
final class Comparison {
    private final double tolerance;
    private int tokens;
    private int agreeing;
    private int predicted;
    private double largest;
    private double bound;
    private double before;
    private double after;

    /**
     * A comparison of nothing yet.
     *
     * @param tolerance of a score, relative to one more than its size
     */
    Comparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Adds a text with the scores of both models, vocabSize numbers a token. */
    void add(int[] text, float[] one, float[] other) {
        int vocab = one.length / text.length;
        for (int j = 0; j < one.length; j++) {
            largest = Math.max(largest, Math.abs(one[j] - other[j]));
            bound = Math.max(bound, tolerance * (1 + Math.abs(one[j])));
        }
        for (int i = 0; i < text.length; i++) {
            float[] first = Arrays.copyOfRange(one, i * vocab, (i + 1) * vocab);
            float[] second = Arrays.copyOfRange(other, i * vocab, (i + 1) * vocab);
            agreeing += LanguageModel.likeliest(first) == LanguageModel.likeliest(second) ? 1 : 0;
            if (i + 1 < text.length) {
                before += surprise(first, text[i + 1]);
                after += surprise(second, text[i + 1]);
                predicted++;
            }
        }
        tokens += text.length;
    }

    /** Negative log likelihood of a token. */
    private static double surprise(float[] scores, int token) {
        double most = scores[LanguageModel.likeliest(scores)];
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        return most + Math.log(sum) - scores[token];
    }

    double largest() {
        return largest;
    }

    /** Whether no score differs by more than the tolerance; never where one is no number. */
    boolean isWithinBound() {
        return largest <= bound;
    }

    Exported result(ExportFormat format, Path folder, List<String> notes) {
        return new Exported(
                format,
                folder,
                tokens,
                agreeing,
                largest,
                Math.exp(before / Math.max(1, predicted)),
                Math.exp(after / Math.max(1, predicted)),
                notes);
    }
}
