package lathe.ui.step.clean.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import lathe.ui.step.clean.trial.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Where numbers stand along a line from 0 to 1.
 *
 * @param low the number at 0
 * @param high the number at 1
 * @param logarithmic whether equal steps are equal factors: positions are those of log(1 + x)
 */
record Axis(double low, double high, boolean logarithmic) {
    /** Numbers that reach this far, most of them far below, are looked at by factors. */
    private static final double LARGE = 50;

    private static final double SKEW = 4;
    private static final double ROOM = 1.02;
    private static final double FIRST_POWER = 10;

    /** An axis that has room for all numbers and for the bounds. */
    static Axis of(Distribution numbers, @Nullable Double min, @Nullable Double max) {
        if (numbers.size() == 0) {
            return new Axis(0, 1, false);
        }
        double low = Math.min(0, numbers.value(0));
        double high = Math.max(numbers.value(numbers.size() - 1), max == null ? 0 : max);
        high = Math.max(high, min == null ? 0 : min);
        double median = numbers.value(numbers.size() / 2);
        boolean logarithmic = low >= 0 && high > LARGE && high > SKEW * median;
        return new Axis(low, high <= low ? low + 1 : high <= 1 ? high * ROOM : high, logarithmic);
    }

    /** Where a number stands; held to the line. */
    double at(double value) {
        return Math.max(0, Math.min(1, (scaled(value) - scaled(low)) / (scaled(high) - scaled(low))));
    }

    /** The number at a place. */
    double value(double at) {
        double scaled = scaled(low) + at * (scaled(high) - scaled(low));
        return logarithmic ? Math.expm1(scaled) : scaled;
    }

    /**
     * The number at a place with no more digits than the place tells.
     *
     * @param step how far the next place is
     */
    double plainValue(double at, double step, boolean whole) {
        double value = value(at);
        double next = Math.abs(value(Math.min(1, at + step)) - value(Math.max(0, at - step))) / 2;
        int digits = (int) Math.ceil(-Math.log10(Math.max(next, 1e-9)));
        double plain =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
        return whole ? Math.rint(plain) : plain;
    }

    /** Round numbers along the axis: powers of ten, or four to eight equal steps. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            ticks.add(low);
            for (double tick = FIRST_POWER; tick <= high; tick *= 10) {
                ticks.add(tick);
            }
            return ticks;
        }
        double power = Math.pow(10, Math.floor(Math.log10((high - low) / 4)));
        double ratio = (high - low) / 4 / power;
        double step = power * (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1);
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double scaled(double value) {
        return logarithmic ? Math.log1p(Math.max(0, value)) : value;
    }
}
