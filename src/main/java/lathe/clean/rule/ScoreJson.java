package lathe.clean.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores as they stand in files and records. */
public final class ScoreJson {
    private static final double LARGEST_EXACT = 1e15;

    private ScoreJson() {}

    /** The number of a single column, or an object of all; whole numbers without a fraction. */
    static Object of(List<String> columns, Scores scores) {
        if (columns.equals(Filter.ONE)) {
            Number only = number(scores.get(0));
            return only == null ? "none" : only;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Number value = number(scores.get(i));
            if (value != null) {
                all.put(columns.get(i), value);
            }
        }
        return all;
    }

    /** A score as a number; null for NaN. */
    public static @Nullable Number number(double score) {
        if (Double.isNaN(score)) {
            return null;
        }
        return score == Math.rint(score) && Math.abs(score) < LARGEST_EXACT ? (Number) (long) score : score;
    }
}
