package lathe.tokenize.bpe;

import java.nio.charset.StandardCharsets;
import lathe.text.encode.ByteLevel;

/** Tokens in the alphabet of {@link ByteLevel} as the bytes and the text that they stand for. */
public final class ByteText {
    private static final int NONE = -1;
    private static final int[] BYTES = new int[2 * ByteLevel.BYTES];

    static {
        java.util.Arrays.fill(BYTES, NONE);
        for (int b = 0; b < ByteLevel.BYTES; b++) {
            BYTES[ByteLevel.written(b)] = b;
        }
    }

    private ByteText() {}

    /** Whether a token is written in that alphabet. */
    public static boolean isOne(String piece) {
        return piece.chars().allMatch(c -> c < BYTES.length && BYTES[c] != NONE);
    }

    /** The bytes of a token that is. */
    public static byte[] bytes(String piece) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) BYTES[piece.charAt(i)];
        }
        return bytes;
    }

    /** What a person reads: incomplete characters are U+FFFD; a token of another alphabet stays as it is. */
    public static String readable(String piece) {
        return isOne(piece) ? new String(bytes(piece), StandardCharsets.UTF_8) : piece;
    }

    /** The token that writes a text. */
    public static String written(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder piece = new StringBuilder(bytes.length);
        for (byte value : bytes) {
            piece.append(ByteLevel.written(value));
        }
        return piece.toString();
    }
}
