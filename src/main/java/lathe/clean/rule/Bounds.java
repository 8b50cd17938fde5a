package lathe.clean.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A closed range; an end that is null is open. Asked of every record whenever a bound is dragged, so that what people
 * read of the bounds is made once.
 */
public final class Bounds {
    private static final double LARGEST_EXACT = 1e15;
    private static final double SHOWN = 1e4;

    private final double min;
    private final double max;
    private final String least;
    private final String most;

    /** A range. */
    public Bounds(@Nullable Double min, @Nullable Double max) {
        this.min = min == null ? Double.NEGATIVE_INFINITY : min;
        this.max = max == null ? Double.POSITIVE_INFINITY : max;
        least = "at least " + (min == null ? "" : text(min));
        most = "at most " + (max == null ? "" : text(max));
    }

    /** The bound that a number breaks, or null; no number breaks none. */
    public @Nullable Broken broken(double value) {
        if (value < min) {
            return new Broken(plain(value), least);
        }
        return value > max ? new Broken(plain(value), most) : null;
    }

    /** With four decimals, a whole number with none. */
    private static Number plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
            return (long) value;
        }
        return Math.abs(value) < LARGEST_EXACT ? Math.round(value * SHOWN) / SHOWN : value;
    }

    private static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
