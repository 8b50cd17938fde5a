package lathe.text.encode;

/** GPT-2's way to write bytes as visible characters, so that any text has a vocabulary of 256. */
public final class ByteLevel {
    /** Number of bytes, and of characters that write them. */
    public static final int BYTES = 256;

    private static final char[] WRITTEN = new char[BYTES];

    static {
        int hidden = 0;
        for (int b = 0; b < BYTES; b++) {
            boolean visible = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            WRITTEN[b] = (char) (visible ? b : BYTES + hidden++);
        }
    }

    private static final short[] VALUES = new short[2 * BYTES];

    static {
        java.util.Arrays.fill(VALUES, (short) -1);
        for (int b = 0; b < BYTES; b++) {
            VALUES[WRITTEN[b]] = (short) b;
        }
    }

    private ByteLevel() {}

    /** The byte that a character writes, or -1 for other characters. */
    public static int value(char written) {
        return written < VALUES.length ? VALUES[written] : -1;
    }

    /** The character for a byte. */
    public static char written(int value) {
        return WRITTEN[value & 0xff];
    }

    /** All characters, ordered by code point: the order of Hugging Face's alphabet. */
    public static String alphabet() {
        char[] all = WRITTEN.clone();
        java.util.Arrays.sort(all);
        return new String(all);
    }
}
