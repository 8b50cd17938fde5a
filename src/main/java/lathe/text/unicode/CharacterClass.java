package lathe.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Classes of characters in Unicode 16, which the regular expressions of Hugging Face's tokenizers 0.23 know (Oniguruma
 * and the regex crate). One byte of bits for each code point.
 */
public final class CharacterClass {
    /** Category L. */
    public static final int LETTER = 1;
    /** Category N. */
    public static final int NUMBER = 1 << 1;
    /** Category M. */
    public static final int MARK = 1 << 2;
    /** Property White_Space. */
    public static final int BLANK = 1 << 3;
    /** Category P. */
    public static final int PUNCTUATION = 1 << 4;
    /** Category S. */
    public static final int SYMBOL = 1 << 5;
    /** What UTS #18 calls a word character. */
    public static final int WORD = 1 << 6;
    /** Category Nd. */
    public static final int DIGIT = 1 << 7;

    /** The version of Unicode. */
    static final int VERSION = 16;

    private static final byte[] TABLE = table();

    private CharacterClass() {}

    /** The bits of a code point. */
    public static int of(int codePoint) {
        return TABLE[codePoint];
    }

    /** The bits of the code point that begins at an index; half a pair at the end has no bits. */
    public static int at(char[] text, int index, int end) {
        char c = text[index];
        if (Character.isHighSurrogate(c) && index + 1 < end) {
            return TABLE[Character.toCodePoint(c, text[index + 1])];
        }
        return TABLE[c];
    }

    /** Whether a code point has one of the bits. */
    public static boolean is(int codePoint, int bits) {
        return (TABLE[codePoint] & bits) != 0;
    }

    private static byte[] table() {
        byte[] table = new byte[Character.MAX_CODE_POINT + 1];
        UnicodeVersion.mark(table, LETTER, VERSION, c -> isIn(c, UCharacter.UPPERCASE_LETTER, UCharacter.OTHER_LETTER));
        UnicodeVersion.mark(
                table, NUMBER, VERSION, c -> isIn(c, UCharacter.DECIMAL_DIGIT_NUMBER, UCharacter.OTHER_NUMBER));
        UnicodeVersion.mark(table, MARK, VERSION, CharacterClass::isMark);
        UnicodeVersion.mark(table, BLANK, VERSION, UCharacter::isUWhiteSpace);
        UnicodeVersion.mark(table, PUNCTUATION, VERSION, CharacterClass::isPunctuation);
        UnicodeVersion.mark(table, SYMBOL, VERSION, c -> isIn(c, UCharacter.MATH_SYMBOL, UCharacter.OTHER_SYMBOL));
        UnicodeVersion.mark(table, WORD, VERSION, CharacterClass::isWord);
        UnicodeVersion.mark(table, DIGIT, VERSION, c -> UCharacter.getType(c) == UCharacter.DECIMAL_DIGIT_NUMBER);
        return table;
    }

    static boolean isMark(int c) {
        return isIn(c, UCharacter.NON_SPACING_MARK, UCharacter.COMBINING_SPACING_MARK);
    }

    static boolean isPunctuation(int c) {
        return isIn(c, UCharacter.DASH_PUNCTUATION, UCharacter.OTHER_PUNCTUATION)
                || isIn(c, UCharacter.INITIAL_PUNCTUATION, UCharacter.FINAL_PUNCTUATION);
    }

    private static boolean isWord(int c) {
        int type = UCharacter.getType(c);
        return UCharacter.hasBinaryProperty(c, UProperty.ALPHABETIC)
                || UCharacter.hasBinaryProperty(c, UProperty.JOIN_CONTROL)
                || type == UCharacter.DECIMAL_DIGIT_NUMBER
                || type == UCharacter.CONNECTOR_PUNCTUATION
                || isMark(c);
    }

    /** Whether a character's category lies between two, in ICU's order. */
    static boolean isIn(int c, int first, int last) {
        int type = UCharacter.getType(c);
        return type >= first && type <= last;
    }
}
