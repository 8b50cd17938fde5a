package lathe.data;

import java.nio.charset.StandardCharsets;
import lathe.run.Json;

/**
 * A text that is looked for in stored JSON: at memory speed, without parsing. ASCII letters match in either case. Safe
 * for several threads.
 */
public final class BytePattern {
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final int CASE = 0x20;
    /** The letters of English and its blank, most frequent last. */
    private static final String FREQUENT = "jqxzkvbpgywfmculdhrsnioat e";

    private final byte[] lower;
    private final byte[] upper;
    private final int anchor;
    private final long anchorLower;
    private final long anchorUpper;

    /** The pattern for a text, which must not be empty. */
    public BytePattern(String text) {
        String escaped = Json.line(text);
        lower = escaped.substring(1, escaped.length() - 1).getBytes(StandardCharsets.UTF_8);
        upper = lower.clone();
        for (int i = 0; i < lower.length; i++) {
            if (isLetter(lower[i])) {
                lower[i] |= CASE;
                upper[i] = (byte) (lower[i] & ~CASE);
            }
        }
        anchor = rarest();
        anchorLower = (lower[anchor] & 0xffL) * ONES;
        anchorUpper = (upper[anchor] & 0xffL) * ONES;
    }

    private static boolean isLetter(byte value) {
        return (value | CASE) >= 'a' && (value | CASE) <= 'z';
    }

    /** Looking for the rarest byte first means comparing the whole least often. */
    private int rarest() {
        int best = 0;
        for (int i = 1; i < lower.length; i++) {
            best = frequency(lower[i]) < frequency(lower[best]) ? i : best;
        }
        return best;
    }

    private static int frequency(byte value) {
        // the first byte of a Chinese character is one of six, its others are spread widely
        return value < 0 ? ((value & 0xC0) == 0xC0 ? FREQUENT.length() : 0) : FREQUENT.indexOf(value) + 1;
    }

    /** Whether it stands in a range of a file. */
    boolean isIn(MappedFile file, long from, long to) {
        long at = from + anchor;
        long end = to - (lower.length - 1 - anchor);
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long bytes = file.anyInt64(at);
            long hits = zeros(bytes ^ anchorLower) | zeros(bytes ^ anchorUpper);
            while (hits != 0) {
                if (isAt(file, at + Long.numberOfTrailingZeros(hits) / Byte.SIZE - anchor, from)) {
                    return true;
                }
                hits &= hits - 1;
            }
        }
        for (; at < end; at++) {
            if (isAt(file, at - anchor, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(MappedFile file, long at, long from) {
        for (int i = 0; i < lower.length; i++) {
            byte here = file.int8(at + i);
            if (here != lower[i] && here != upper[i]) {
                return false;
            }
        }
        return !isEscaped(file, at, from);
    }

    /** Whether the first byte is the letter of an escape such as {@code \n}. */
    private static boolean isEscaped(MappedFile file, long at, long from) {
        int backslashes = 0;
        while (at - backslashes > from && file.int8(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** The high bit of each byte that is zero. */
    private static long zeros(long value) {
        return ~(((value & LOW) + LOW) | value | LOW);
    }
}
