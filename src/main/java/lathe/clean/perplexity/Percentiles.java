package lathe.clean.perplexity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lathe.clean.rule.Population;
import lathe.clean.rule.Scores;

/** Where a perplexity stands among those of all texts of one language. */
final class Percentiles {
    /** Before all texts were looked at. */
    static final Percentiles NONE = new Percentiles(Map.of());

    private final Map<Double, double[]> sorted;

    private Percentiles(Map<Double, double[]> sorted) {
        this.sorted = sorted;
    }

    /** Of columns that hold a perplexity and a language. */
    static Percentiles of(Population all) {
        Map<Double, Integer> sizes = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            sizes.merge(all.of(i).get(1), 1, Integer::sum);
        }
        Map<Double, double[]> values = new HashMap<>();
        sizes.forEach((language, size) -> values.put(language, new double[size]));
        Map<Double, Integer> filled = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Scores scores = all.of(i);
            if (!Double.isNaN(scores.get(0))) {
                int at = filled.merge(scores.get(1), 1, Integer::sum) - 1;
                values.get(scores.get(1))[at] = scores.get(0);
            }
        }
        values.replaceAll((language, each) -> {
            double[] full = Arrays.copyOf(each, filled.getOrDefault(language, 0));
            Arrays.sort(full);
            return full;
        });
        return new Percentiles(values);
    }

    /** The share of texts below in percent, those that are equal counting half; NaN where nothing is known. */
    double of(double language, double value) {
        double[] all = sorted.get(language);
        if (all == null || all.length == 0) {
            return Double.NaN;
        }
        return 50.0 * (below(all, value) + below(all, Math.nextUp(value))) / all.length;
    }

    /** How many of sorted numbers are less than one. */
    private static int below(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
