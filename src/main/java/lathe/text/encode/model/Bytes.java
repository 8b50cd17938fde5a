package lathe.text.encode.model;

import java.nio.charset.StandardCharsets;
import lathe.text.encode.Tokens;

/** Tokens for single bytes, written {@code <0x00>} to {@code <0xFF>}, for what a vocabulary lacks. */
public final class Bytes {
    private Bytes() {}

    /** The ids of all 256; those that are missing are {@link Vocabulary#NONE}. */
    public static int[] of(Vocabulary vocabulary) {
        int[] ids = new int[256];
        for (int b = 0; b < ids.length; b++) {
            ids[b] = vocabulary.id(String.format("<0x%02X>", b));
        }
        return ids;
    }

    /** The byte that a piece stands for, or -1. */
    public static int read(String piece) {
        if (piece.length() != 6 || !piece.startsWith("<0x") || !piece.endsWith(">")) {
            return -1;
        }
        int high = Character.digit(piece.charAt(3), 16);
        int low = Character.digit(piece.charAt(4), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Adds a range of a text byte by byte; false, and nothing added, if one of the bytes has no token. */
    static boolean add(int[] ids, char[] text, int start, int end, Tokens tokens) {
        byte[] written = new String(text, start, end - start).getBytes(StandardCharsets.UTF_8);
        for (byte b : written) {
            if (ids[b & 0xFF] == Vocabulary.NONE) {
                return false;
            }
        }
        for (byte b : written) {
            tokens.add(ids[b & 0xFF], start, end);
        }
        return true;
    }
}
