package lathe.text.encode;

import java.util.Arrays;

/** GPT-2's way to write bytes as visible characters, so that any text has a vocabulary of 256. */
public final class ByteLevel {
    /** Number of bytes, and of characters that write them. */
    public static final int BYTES = 256;

    private static final char[] WRITTEN = new char[BYTES];
    private static final short[] READ = new short[2 * BYTES];

    static {
        int hidden = 0;
        for (int b = 0; b < BYTES; b++) {
            boolean visible = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            WRITTEN[b] = (char) (visible ? b : BYTES + hidden++);
        }
        Arrays.fill(READ, (short) -1);
        for (int b = 0; b < BYTES; b++) {
            READ[WRITTEN[b]] = (short) b;
        }
    }

    private ByteLevel() {}

    /** The character for a byte. */
    public static char written(int value) {
        return WRITTEN[value & 0xff];
    }

    /** All characters, ordered by code point: the order of Hugging Face's alphabet. */
    public static String alphabet() {
        char[] all = WRITTEN.clone();
        Arrays.sort(all);
        return new String(all);
    }

    /** The byte that a character writes, or -1. */
    public static int read(char written) {
        return written < READ.length ? READ[written] : -1;
    }

    /** Puts each byte of a range of a text as a character. */
    public static void put(Aligned text, int start, int end) {
        char[] chars = text.chars();
        for (int at = start; at < end; ) {
            int point = Character.codePointAt(chars, at, end);
            putPoint(text, point);
            at += Character.charCount(point);
        }
    }

    private static void putPoint(Aligned text, int point) {
        if (point < 0x80) {
            text.put(written(point), 0);
            return;
        }
        int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        text.put(written((0xFF00 >> (more + 1)) | (point >> (6 * more))), 0);
        for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
            text.put(written(0x80 | ((point >> shift) & 0x3F)), 1);
        }
    }
}
