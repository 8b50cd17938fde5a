package lathe.data;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * JSON as it grows, in UTF-8. Writes strings in one pass over their characters, about three times as fast as a
 * generator that must be ready for everything: most of an import's time went there. Strings must be without lone
 * surrogates.
 */
final class JsonBytes {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int MOST_BYTES_PER_CHAR = 6;
    private static final int SLICE = 1 << 12;

    private byte[] bytes = new byte[1 << 12];
    private int size;
    private final char[] chars = new char[SLICE];

    int size() {
        return size;
    }

    /** The bytes so far, from 0 to {@link #size}; valid until more is written. */
    byte[] array() {
        return bytes;
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /** Writes ASCII as it is. */
    void raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    /** Writes bytes as they are. */
    void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Writes a string with its quotes. */
    void string(String text) {
        room(2);
        bytes[size++] = '"';
        inner(text);
        room(1);
        bytes[size++] = '"';
    }

    /** Writes a string without quotes. */
    void inner(String text) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            int end = Math.min(length, at + SLICE);
            if (end < length && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--; // a pair stays together
            }
            text.getChars(at, end, chars, 0);
            room(MOST_BYTES_PER_CHAR * (end - at));
            size = encode(chars, end - at, bytes, size);
            at = end;
        }
    }

    private static int encode(char[] chars, int length, byte[] bytes, int from) {
        int to = from;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[to++] = (byte) c;
            } else if (c < 0x80) {
                to = escape(c, bytes, to);
            } else if (c < 0x800) {
                bytes[to++] = (byte) (0xC0 | (c >> 6));
                bytes[to++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                bytes[to++] = (byte) (0xE0 | (c >> 12));
                bytes[to++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[to++] = (byte) (0x80 | (c & 0x3F));
            } else {
                to = pair(Character.toCodePoint(c, chars[++i]), bytes, to);
            }
        }
        return to;
    }

    private static int pair(int codePoint, byte[] bytes, int from) {
        bytes[from] = (byte) (0xF0 | (codePoint >> 18));
        bytes[from + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[from + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[from + 3] = (byte) (0x80 | (codePoint & 0x3F));
        return from + 4;
    }

    /** RFC 8259, section 7: the short form where there is one. */
    private static int escape(char c, byte[] bytes, int from) {
        int at = from;
        bytes[at++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[at++] = (byte) c;
            case '\n' -> bytes[at++] = 'n';
            case '\r' -> bytes[at++] = 'r';
            case '\t' -> bytes[at++] = 't';
            case '\b' -> bytes[at++] = 'b';
            case '\f' -> bytes[at++] = 'f';
            default -> {
                if (c == 0x7F) {
                    bytes[at - 1] = (byte) c; // needs no escape
                    return at;
                }
                bytes[at++] = 'u';
                bytes[at++] = '0';
                bytes[at++] = '0';
                bytes[at++] = HEX[c >> 4];
                bytes[at++] = HEX[c & 0xF];
            }
        }
        return at;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
