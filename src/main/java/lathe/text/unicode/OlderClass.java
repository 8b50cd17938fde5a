package lathe.text.unicode;

import com.ibm.icu.lang.UCharacter;
import java.util.Set;

/**
 * Classes in those versions of Unicode that other parts of Hugging Face's tokenizers 0.23 know: 8 where
 * {@code unicode_categories} decides, 9 for {@code unicode-normalization-alignments}, 17 for Rust's standard library.
 */
public final class OlderClass {
    /** Numbers of Unicode 17, for Digits. */
    public static final int NUMERIC = 1;
    /** ASCII's and Unicode 8's punctuation, for Punctuation and BertPreTokenizer. */
    public static final int PUNCTUATION = 1 << 1;
    /** Control, format and private characters of Unicode 8, for BertNormalizer. */
    public static final int OTHER = 1 << 2;
    /** Category Mn in Unicode 8, for BertNormalizer. */
    public static final int NONSPACING = 1 << 3;
    /** Category M in Unicode 9, for StripAccents. */
    public static final int COMBINING = 1 << 4;

    private static final int CATEGORIES = 8;

    /** Punctuation then, but not now. */
    private static final Set<Integer> WERE_PUNCTUATION = Set.of(0x166D, 0x111C9);

    private static final Set<Integer> WERE_NONSPACING = Set.of(0x1734, 0x1171E);
    private static final Set<Integer> WERE_NOT_NONSPACING = Set.of(0x1885, 0x1886, 0xA9BD, 0x111C9);
    private static final Set<Integer> WERE_MARKS = Set.of(0x1CF2, 0x1CF3);
    private static final int WAS_NO_MARK = 0x111C9;

    private static final byte[] TABLE = table();

    private OlderClass() {}

    /** Whether a code point has one of the bits. */
    public static boolean is(int codePoint, int bits) {
        return (TABLE[codePoint] & bits) != 0;
    }

    private static byte[] table() {
        byte[] table = new byte[Character.MAX_CODE_POINT + 1];
        UnicodeVersion.mark(
                table,
                NUMERIC,
                LowerCase.VERSION,
                c -> CharacterClass.isIn(c, UCharacter.DECIMAL_DIGIT_NUMBER, UCharacter.OTHER_NUMBER));
        UnicodeVersion.mark(table, PUNCTUATION, CATEGORIES, OlderClass::isPunctuation);
        UnicodeVersion.mark(
                table, OTHER, CATEGORIES, c -> CharacterClass.isIn(c, UCharacter.CONTROL, UCharacter.PRIVATE_USE));
        UnicodeVersion.mark(table, NONSPACING, CATEGORIES, OlderClass::isNonspacing);
        UnicodeVersion.mark(table, COMBINING, NormalForm.VERSION, OlderClass::isCombining);
        return table;
    }

    private static boolean isPunctuation(int c) {
        boolean ascii = (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`');
        return ascii || (c >= '{' && c <= '~') || CharacterClass.isPunctuation(c) || WERE_PUNCTUATION.contains(c);
    }

    private static boolean isNonspacing(int c) {
        boolean now = UCharacter.getType(c) == UCharacter.NON_SPACING_MARK;
        return now ? !WERE_NOT_NONSPACING.contains(c) : WERE_NONSPACING.contains(c);
    }

    private static boolean isCombining(int c) {
        return CharacterClass.isMark(c) ? c != WAS_NO_MARK : WERE_MARKS.contains(c);
    }
}
