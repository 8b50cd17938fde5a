package lathe.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the ends of JSON strings, and resolves escapes; lone surrogates and errors are left to others. */
final class PlainStrings {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int HEX_DIGITS = 4;
    private static final int MOST_BYTES = 4;

    private byte[] utf8 = new byte[1 << 10];
    private int size;
    private boolean shortForms;

    /** Where the next quote, backslash or control character stands; the end of the range if there is none. */
    static int stop(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long quote = eight ^ ('"' * ONES);
            long backslash = eight ^ ('\\' * ONES);
            // x - n borrows into the next byte only behind a hit, so that the lowest hit is always a true one
            long special = ((quote - ONES & ~quote) | (backslash - ONES & ~backslash) | (eight - ' ' * ONES & ~eight))
                    & HIGH_BITS;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (at < to && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return at;
    }

    /**
     * Reads a string with escapes.
     *
     * @param from behind its first quote
     * @param escape where it has its first escape, by {@link #stop}
     * @return where its last quote ends; -1 if it does not end well
     */
    int read(byte[] bytes, int from, int escape, int to) {
        size = 0;
        shortForms = true;
        int start = from;
        int at = escape;
        while (at < to && bytes[at] == '\\') {
            copy(bytes, start, at);
            start = escape(bytes, at + 1, to);
            if (start < 0) {
                return -1;
            }
            at = stop(bytes, start, to);
        }
        if (at >= to || bytes[at] != '"') {
            return -1;
        }
        copy(bytes, start, at);
        return at + 1;
    }

    /** The string that was read last. */
    String text() {
        return new String(utf8, 0, size, StandardCharsets.UTF_8);
    }

    /** Whether all of its escapes were needed and of two characters, as Lathe writes them. */
    boolean isShort() {
        return shortForms;
    }

    /** Resolves what follows a backslash (RFC 8259, section 7), and tells where it ends, or -1. */
    private int escape(byte[] bytes, int at, int to) {
        if (at >= to) {
            return -1;
        }
        shortForms &= bytes[at] != '/' && bytes[at] != 'u';
        int meant =
                switch (bytes[at]) {
                    case '"', '\\', '/' -> bytes[at];
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> -1;
                };
        if (meant >= 0) {
            put(meant);
            return at + 1;
        }
        return bytes[at] == 'u' ? unicode(bytes, at + 1, to) : -1;
    }

    private int unicode(byte[] bytes, int at, int to) {
        int unit = hex(bytes, at, to);
        int past = at + HEX_DIGITS;
        if (unit < 0 || Character.isLowSurrogate((char) unit)) {
            return -1;
        }
        if (!Character.isHighSurrogate((char) unit)) {
            put(unit);
            return past;
        }
        boolean escaped = past + 1 < to && bytes[past] == '\\' && bytes[past + 1] == 'u';
        int low = escaped ? hex(bytes, past + 2, to) : -1;
        if (low < 0 || !Character.isLowSurrogate((char) low)) {
            return -1;
        }
        put(Character.toCodePoint((char) unit, (char) low));
        return past + 2 + HEX_DIGITS;
    }

    private static int hex(byte[] bytes, int at, int to) {
        if (at + HEX_DIGITS > to) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + HEX_DIGITS; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    private void copy(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, utf8, size, to - from);
        size += to - from;
    }

    private void put(int character) {
        room(MOST_BYTES);
        if (character < 0x80) {
            utf8[size++] = (byte) character;
        } else if (character < 0x800) {
            utf8[size++] = (byte) (0xC0 | (character >> 6));
            follow(character, 0);
        } else if (character < 0x10000) {
            utf8[size++] = (byte) (0xE0 | (character >> 12));
            follow(character, 6);
        } else {
            utf8[size++] = (byte) (0xF0 | (character >> 18));
            follow(character, 12);
        }
    }

    private void follow(int character, int firstShift) {
        for (int shift = firstShift; shift >= 0; shift -= 6) {
            utf8[size++] = (byte) (0x80 | ((character >> shift) & 0x3F));
        }
    }

    private void room(int more) {
        if (utf8.length - size < more) {
            utf8 = Arrays.copyOf(utf8, Math.max(size + more, 2 * utf8.length));
        }
    }
}
