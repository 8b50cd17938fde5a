package lathe.ingest.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sees from its beginning whether text is UTF-16 or UTF-32: by its mark, or because its units make sense in one order.
 */
final class WideGuess {
    private static final int LOOKED_AT = 1 << 13;
    private static final int FEWEST_ZEROS = 2;
    private static final double SENSIBLE = 0.95;
    private static final double MOST_ASCII_PAIRS = 0.6;

    private WideGuess() {}

    /** The set, or null if text begins that takes a byte or more for a character. */
    static @Nullable Charset of(byte[] bytes, int to) {
        if (startsWith(bytes, to, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        } else if (startsWith(bytes, to, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        } else if (startsWith(bytes, to, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        } else if (startsWith(bytes, to, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return withoutMark(bytes, Math.min(to, LOOKED_AT));
    }

    // Without a zero there is neither a space nor a line end. Pairs of ASCII would be Chinese, taken as UTF-16.
    private static @Nullable Charset withoutMark(byte[] bytes, int to) {
        int units = to / 2;
        int zeros = 0;
        int asciiPairs = 0;
        int little = 0;
        int big = 0;
        for (int at = 0; at + 1 < to; at += 2) {
            int first = bytes[at] & 0xff;
            int second = bytes[at + 1] & 0xff;
            zeros += first == 0 || second == 0 ? 1 : 0;
            asciiPairs += isAscii(first) && isAscii(second) ? 1 : 0;
            little += isSensible(second << 8 | first) ? 1 : 0;
            big += isSensible(first << 8 | second) ? 1 : 0;
        }
        if (zeros < FEWEST_ZEROS || asciiPairs > MOST_ASCII_PAIRS * units) {
            return null;
        }
        if (Math.max(little, big) < SENSIBLE * units) {
            return null;
        }
        return little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean isAscii(int value) {
        return value >= ' ' && value < 0x7F;
    }

    /** Whether a unit is of a script in wide use, or a mark, or half of a pair. */
    private static boolean isSensible(int unit) {
        return isAscii(unit)
                || (unit >= '\t' && unit <= '\r')
                || (unit >= 0xA0 && unit < 0x700)
                || (unit >= 0x2010 && unit < 0x2040)
                || (unit >= 0x3000 && unit < 0x3100)
                || (unit >= 0x4E00 && unit < 0xA000)
                || (unit >= 0xAC00 && unit < 0xE000)
                || (unit >= 0xFF00 && unit < 0xFFF0);
    }

    private static boolean startsWith(byte[] bytes, int to, int... mark) {
        if (to < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
