package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as serde_json reads them: all digits as one whole number, then divided by a power of ten. That is not always
 * the nearest double, and ways to cut a text that ought to be equally likely differ by such trifles.
 */
final class Score {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final int MOST_POWER = 308;

    private Score() {}

    /** The number of a node that was read with all its digits. */
    static double of(JsonNode node) {
        BigDecimal decimal = node.decimalValue();
        BigInteger digits = decimal.unscaledValue().abs();
        int exponent = -decimal.scale();
        while (digits.compareTo(MOST) > 0) {
            digits = digits.divide(BigInteger.TEN);
            exponent++;
        }
        double size = scaled(digits.doubleValue(), exponent);
        return decimal.signum() < 0 ? -size : size;
    }

    private static double scaled(double digits, int exponent) {
        double size = digits;
        int left = exponent;
        while (left < -MOST_POWER && size != 0) {
            size /= power(MOST_POWER);
            left += MOST_POWER;
        }
        int power = Math.min(MOST_POWER, Math.abs(left));
        return left >= 0 ? size * power(power) : size / power(power);
    }

    private static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }
}
