package lathe.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read and type them. */
public final class Numbers {
    private static final double SMALL = 1e-2;
    private static final double LARGE = 1e6;

    private Numbers() {}

    /** A setting's number as a person would type it: 2e-4, 0.05, 10000. */
    public static String typed(Number value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return value.toString();
        }
        double number = value.doubleValue();
        double size = Math.abs(number);
        if (number == 0 || (size >= SMALL && size < LARGE)) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }
        BigDecimal exact = new BigDecimal(value.toString()).stripTrailingZeros();
        int power = exact.precision() - exact.scale() - 1;
        return exact.movePointLeft(power).stripTrailingZeros().toPlainString() + "e" + power;
    }

    /** A count in four characters or so: 812, 12.3 k, 4.56 M. */
    public static String compact(double count) {
        String[] units = {"", " k", " M", " G", " T"};
        int unit = 0;
        double left = count;
        while (Math.abs(left) >= 1000 && unit < units.length - 1) {
            left /= 1000;
            unit++;
        }
        return unit == 0 && left == Math.rint(left) ? whole((long) left) : digits(left) + units[unit];
    }

    /** Memory in binary units. */
    public static String bytes(long bytes) {
        String[] units = {" B", " KiB", " MiB", " GiB", " TiB"};
        int unit = 0;
        double left = bytes;
        while (left >= 1024 && unit < units.length - 1) {
            left /= 1024;
            unit++;
        }
        return digits(left) + units[unit];
    }

    /** A whole number with separators. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A loss or a ratio with four figures after the point. */
    public static String loss(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : String.valueOf(value);
    }

    /** A time as 45 s, 3:05 or 1:02:03. */
    public static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    private static String digits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
