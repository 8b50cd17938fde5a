package lathe.text.unicode;

import com.ibm.icu.lang.UCharacter;

/**
 * Lower case of single characters in Unicode 17, as Rust's {@code char::to_lowercase} has it: no look at neighbours.
 */
public final class LowerCase {
    /** The version of Unicode. */
    static final int VERSION = 17;

    /** The only character that becomes two: I with a dot, which becomes i and a combining dot. */
    public static final int DOTTED_I = 0x130;
    /** What follows the i. */
    public static final int DOT_ABOVE = 0x307;

    private static final char[] PLANE = plane();

    private LowerCase() {}

    /** The lower case of a code point; of {@link #DOTTED_I} the first of two. */
    public static int of(int codePoint) {
        return codePoint < PLANE.length ? PLANE[codePoint] : compute(codePoint);
    }

    private static char[] plane() {
        char[] plane = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        for (int c = 0; c < plane.length; c++) {
            plane[c] = (char) compute(c);
        }
        return plane;
    }

    private static int compute(int c) {
        int lower = UCharacter.toLowerCase(c);
        return lower != c && UnicodeVersion.knows(VERSION, c) ? lower : c;
    }
}
