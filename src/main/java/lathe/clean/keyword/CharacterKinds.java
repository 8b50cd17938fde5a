package lathe.clean.keyword;

import lathe.text.Scripts;
import lathe.text.Words;

/**
 * What a character is to words, in a table for the basic plane: {@link Words} asks Unicode for each character, which is
 * too slow for every character of a corpus.
 */
final class CharacterKinds {
    static final byte OTHER = 0;
    /** A letter, mark or digit of a script with spaces. */
    static final byte SPACED = 1;
    /** A letter or digit that is a word by itself. */
    static final byte UNSPACED = 2;
    /** A mark in a script without spaces: belongs to the word before it. */
    static final byte UNSPACED_MARK = 3;

    private static final byte[] BASIC = new byte[1 << 16];
    private static final char[] LOWER = new char[1 << 16];

    static {
        for (int c = 0; c < BASIC.length; c++) {
            BASIC[c] = find(c);
            LOWER[c] = (char) Character.toLowerCase(c);
        }
    }

    private CharacterKinds() {}

    static byte of(int codePoint) {
        return codePoint < BASIC.length ? BASIC[codePoint] : find(codePoint);
    }

    /**
     * The unit of a text in lower case. Letters beyond the basic plane keep their first half when their case changes.
     */
    static char lower(String text, int at) {
        char unit = text.charAt(at);
        if (Character.isLowSurrogate(unit) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))) {
            return Character.lowSurrogate(Character.toLowerCase(text.codePointAt(at - 1)));
        }
        return LOWER[unit];
    }

    /** Whether a word of a spaced script goes on across a place: matches neither begin nor end there. */
    static boolean isInside(String text, int at) {
        if (at == 0 || at >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (Character.isSurrogate(before) || Character.isSurrogate(after)) {
            return of(text.codePointBefore(at)) == SPACED && of(text.codePointAt(at)) == SPACED;
        }
        return BASIC[before] == SPACED && BASIC[after] == SPACED;
    }

    /** {@link Words#count}, by the table. */
    static int words(String text) {
        int words = 0;
        byte before = OTHER;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            byte kind = BASIC[unit];
            if (Character.isHighSurrogate(unit) && i + 1 < text.length()) {
                kind = of(text.codePointAt(i));
                i += Character.isLowSurrogate(text.charAt(i + 1)) ? 1 : 0;
            }
            words += kind == UNSPACED || (kind == SPACED && before != SPACED) ? 1 : 0;
            before = kind;
        }
        return words;
    }

    private static byte find(int c) {
        if (Words.isSpacedPart(c)) {
            return SPACED;
        }
        if (!Scripts.isUnspaced(c)) {
            return OTHER;
        }
        if (Character.isLetterOrDigit(c)) {
            return UNSPACED;
        }
        return Words.count(Character.toString(c)) == 0 && isMark(c) ? UNSPACED_MARK : OTHER;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
