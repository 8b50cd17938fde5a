package lathe.ui.step.clean.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** Scores and shares as people read them. */
public final class ScoreWords {
    private static final double EXACT = 10_000;

    private ScoreWords() {}

    /** A score in a few characters. */
    public static String number(double score) {
        if (Double.isNaN(score)) {
            return "–";
        }
        if (Math.abs(score) >= EXACT) {
            return Numbers.compact(score);
        }
        if (score == Math.rint(score) || Math.abs(score) >= 1000) {
            return Numbers.whole(Math.round(score));
        }
        return new BigDecimal(score)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A share with a digit behind the point. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** What a filter's number is called; empty for the only one of a filter. */
    public static String column(String name, Texts texts) {
        return name.isEmpty() ? "" : texts.orElse("column." + name, name.replace('-', ' '));
    }
}
