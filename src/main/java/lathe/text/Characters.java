package lathe.text;

/**
 * What kind of character a code point is, as bits: one look at a table where Java's own questions cost a search each.
 * Letters, numbers and marks are Unicode's general categories L, N and M.
 */
public final class Characters {
    /** Category L. */
    public static final int LETTER = 1;
    /** Category N: digits of all scripts, and numbers such as ½ and Ⅷ. */
    public static final int NUMBER = 2;
    /** Category M. */
    public static final int MARK = 4;
    /** Property White_Space. */
    public static final int BLANK = 8;
    /** A letter or mark of a script without spaces between words, or the sound mark of Katakana. */
    public static final int UNSPACED = 16;
    /** Script Han. */
    public static final int HAN = 32;
    /** Category Nd: decimal digits of all scripts. */
    public static final int DIGIT = 64;
    /** Neither letter nor mark of a letter: digits, blanks, punctuation, symbols, emoji. */
    public static final int SPECIAL = 128;

    /** What words are made of. */
    public static final int WORD = LETTER | NUMBER | MARK;

    private static final byte[] TABLE = table();

    private Characters() {}

    /** The bits of a code point. */
    public static int of(int codePoint) {
        return codePoint < TABLE.length ? TABLE[codePoint] & 0xFF : compute(codePoint);
    }

    /** Whether a code point has one of the bits. */
    public static boolean is(int codePoint, int bits) {
        return (of(codePoint) & bits) != 0;
    }

    private static byte[] table() {
        byte[] table = new byte[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = (byte) compute(c);
        }
        return table;
    }

    private static int compute(int c) {
        int bits = category(c);
        if (Unicode.isWhiteSpace(c)) {
            bits |= BLANK;
        }
        if ((bits & WORD) != 0 && isUnspaced(c)) {
            bits |= UNSPACED | (Scripts.isHan(c) ? HAN : 0);
        }
        return bits | (isSpecial(c, bits) ? SPECIAL : 0);
    }

    private static int category(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER -> NUMBER | DIGIT;
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> MARK;
            default -> 0;
        };
    }

    private static boolean isUnspaced(int c) {
        return Scripts.isUnspaced(c) || c == 0x30FC || c == 0xFF70;
    }

    /** Variation selectors are marks that belong to emoji; 〇 is a number that is written as a letter. */
    private static boolean isSpecial(int c, int bits) {
        boolean selector = c >= 0xFE00 && c <= 0xFE0F;
        return selector || (bits & (LETTER | MARK | HAN)) == 0;
    }
}
