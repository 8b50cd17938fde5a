package lathe.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import lathe.run.Json;

/**
 * A text that is looked for in stored JSON: at memory speed, without parsing. ASCII letters match in either case. Safe
 * for several threads.
 */
public final class BytePattern {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final int CASE = 0x20;
    /** The letters of English and its blank, most frequent last. */
    private static final String FREQUENT = "jqxzkvbpgywfmculdhrsnioat e";

    private final byte[] lower;
    private final byte[] upper;
    /** Whether it is of a text: what is of JSON itself cannot begin with an escaped byte. */
    private final boolean text;

    /**
     * The two rarest of its bytes: eight places at a time are looked at for the first, and if it is there, the other.
     */
    private final Anchor first;

    private final Anchor second;

    /** One byte of the pattern, eight times over; {@code fold} makes both cases of a letter one. */
    private record Anchor(int at, long value, long fold) {
        /** Marks the bytes that may be it: all that are, and now and then one above such a byte. */
        long in(long bytes) {
            long other = (bytes | fold) ^ value;
            return (other - ONES) & ~other & HIGH;
        }
    }

    /** The pattern for a text, which must not be empty. */
    public BytePattern(String text) {
        this(escaped(text), true);
    }

    private BytePattern(byte[] bytes, boolean text) {
        lower = bytes;
        this.text = text;
        upper = lower.clone();
        for (int i = 0; i < lower.length; i++) {
            if (isLetter(lower[i])) {
                lower[i] |= CASE;
                upper[i] = (byte) (lower[i] & ~CASE);
            }
        }
        first = anchor(rarest(-1));
        second = anchor(lower.length == 1 ? 0 : rarest(first.at()));
    }

    private Anchor anchor(int at) {
        return new Anchor(at, (lower[at] & 0xffL) * ONES, isLetter(lower[at]) ? CASE * ONES : 0);
    }

    /** The pattern for a piece of JSON itself. */
    static BytePattern ofJson(String json) {
        return new BytePattern(json.getBytes(StandardCharsets.UTF_8), false);
    }

    private static byte[] escaped(String text) {
        String json = Json.line(text);
        return json.substring(1, json.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes it has. */
    int length() {
        return lower.length;
    }

    private static boolean isLetter(byte value) {
        return (value | CASE) >= 'a' && (value | CASE) <= 'z';
    }

    /** Place of the rarest byte, another one left out. */
    private int rarest(int but) {
        int best = but == 0 ? 1 : 0;
        for (int i = best + 1; i < lower.length; i++) {
            best = i != but && frequency(lower[i]) < frequency(lower[best]) ? i : best;
        }
        return best;
    }

    private static int frequency(byte value) {
        // the first byte of a Chinese character is one of six, its others are spread widely
        return value < 0 ? ((value & 0xC0) == 0xC0 ? FREQUENT.length() : 0) : FREQUENT.indexOf(value) + 1;
    }

    /** Whether it stands in a range of a buffer, which is little-endian. */
    boolean isIn(ByteBuffer buffer, int from, int to) {
        return find(buffer, from, to) >= 0;
    }

    /** Where it first stands in a range of a buffer; -1 where it does not. */
    int find(ByteBuffer buffer, int from, int to) {
        int end = to - lower.length + 1;
        int apart = second.at() - first.at();
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            int here = at + first.at();
            long hits = first.in(buffer.getLong(here));
            if (hits != 0) {
                hits &= second.in(buffer.getLong(here + apart));
                for (; hits != 0; hits &= hits - 1) {
                    int start = at + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
                    if (isAt(buffer, start, from)) {
                        return start;
                    }
                }
            }
        }
        for (; at < end; at++) {
            if (isAt(buffer, at, from)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(ByteBuffer buffer, int at, int from) {
        for (int i = 0; i < lower.length; i++) {
            byte here = buffer.get(at + i);
            if (here != lower[i] && here != upper[i]) {
                return false;
            }
        }
        return !text || !isEscaped(buffer, at, from);
    }

    /** Whether the first byte is the letter of an escape such as {@code \n}. */
    private static boolean isEscaped(ByteBuffer buffer, int at, int from) {
        int backslashes = 0;
        while (at - backslashes > from && buffer.get(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
