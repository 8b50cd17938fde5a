package lathe.clean.duplicate;

import lathe.text.Scripts;
import lathe.text.Words;

/** What each character is to a comparison of texts, and what stands for it: small, half-width letters. */
final class Letters {
    /** Blanks, punctuation, symbols: looked over. */
    static final byte OTHER = 0;
    /** Goes on a word of a script with spaces. */
    static final byte SPACED = 1;
    /** A letter of a script without spaces: a unit of its own. */
    static final byte UNSPACED = 2;
    /** A mark on such a letter, as in Thai. */
    static final byte MARK = 3;
    /** Half of a character. */
    static final byte SURROGATE = 4;

    private static final int FULL_WIDTH = 0xFF01;
    private static final int FULL_WIDTH_END = 0xFF5E;
    private static final int FULL_TO_HALF = 0xFEE0;

    /** The kinds of all characters of one char: Java's own tables are asked once, not for every letter of a corpus. */
    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            KINDS[c] = Character.isSurrogate((char) c) ? SURROGATE : find(fold(c));
            FOLDED[c] = (char) fold(c);
        }
    }

    private Letters() {}

    static byte kind(char c) {
        return KINDS[c];
    }

    static char folded(char c) {
        return FOLDED[c];
    }

    /** The kind of a character of any plane. */
    static byte kindOf(int codePoint) {
        return codePoint < KINDS.length ? KINDS[codePoint] : find(codePoint);
    }

    /** Its small form; for those of full width, that of half width. */
    static int fold(int codePoint) {
        boolean full = codePoint >= FULL_WIDTH && codePoint <= FULL_WIDTH_END;
        return Character.toLowerCase(full ? codePoint - FULL_TO_HALF : codePoint);
    }

    private static byte find(int c) {
        if (Words.isSpacedPart(c)) {
            return SPACED;
        }
        if (Character.isLetterOrDigit(c)) {
            return UNSPACED;
        }
        return Scripts.isUnspaced(c) && isMark(c) ? MARK : OTHER;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
