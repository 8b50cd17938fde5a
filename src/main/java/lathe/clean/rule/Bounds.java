package lathe.clean.rule;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A closed range; an end that is null is open. */
public record Bounds(@Nullable Double min, @Nullable Double max) {

    /** The bound that a number breaks, or null. */
    @Nullable
    public Broken broken(double value) {
        if (min != null && value < min) {
            return new Broken(plain(value), "at least " + text(min));
        }
        if (max != null && value > max) {
            return new Broken(plain(value), "at most " + text(max));
        }
        return null;
    }

    private static Number plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value;
        }
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }

    private static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
