package lathe.text.encode.regex;

import com.ibm.icu.text.UnicodeSet;
import lathe.text.unicode.Category;
import org.jspecify.annotations.Nullable;

/**
 * Lets Java's engine, whose tables change from release to release, see Unicode 16: a character whose category this Java
 * does not know is shown to it as another one of that category and length.
 */
final class CategoryMap {
    /** By category, in the basic plane and beyond: old letters, marks, numbers that Java has long known. */
    private static final int[][] STAND_INS = new int[Character.FINAL_QUOTE_PUNCTUATION + 1][];

    static {
        stand(Character.UNASSIGNED, 0x378, 0x1FFFE);
        stand(Character.UPPERCASE_LETTER, 0xA640, 0x10400);
        stand(Character.LOWERCASE_LETTER, 0xA641, 0x10428);
        stand(Character.MODIFIER_LETTER, 0xA67F, 0x16B40);
        stand(Character.OTHER_LETTER, 0xA66E, 0x16800);
        stand(Character.NON_SPACING_MARK, 0xA66F, 0x10A01);
        stand(Character.COMBINING_SPACING_MARK, 0xA823, 0x11000);
        stand(Character.DECIMAL_DIGIT_NUMBER, 0xA620, 0x104A0);
        stand(Character.LETTER_NUMBER, 0xA6E6, 0x10140);
        stand(Character.OTHER_NUMBER, 0xA830, 0x10107);
        stand(Character.FORMAT, 0xFFF9, 0x110BD);
        stand(Character.OTHER_PUNCTUATION, 0xA60D, 0x10100);
        stand(Character.DASH_PUNCTUATION, 0x2E17, 0x10EAD);
        stand(Character.START_PUNCTUATION, 0x2768, -1);
        stand(Character.END_PUNCTUATION, 0x2769, -1);
        stand(Character.INITIAL_QUOTE_PUNCTUATION, 0x2E02, -1);
        stand(Character.FINAL_QUOTE_PUNCTUATION, 0x2E03, -1);
        stand(Character.CURRENCY_SYMBOL, 0xA838, 0x1E2FF);
        stand(Character.MODIFIER_SYMBOL, 0xA700, 0x1F3FB);
        stand(Character.MATH_SYMBOL, 0x2A00, 0x1D6C1);
        stand(Character.OTHER_SYMBOL, 0xA490, 0x10137);
    }

    /** Characters of which this Java is wrong. */
    private static final UnicodeSet STRANGE = strange();

    private final UnicodeSet shown;

    /** A map that leaves some characters alone, because an expression names them. */
    CategoryMap(UnicodeSet named) {
        shown = new UnicodeSet(STRANGE).removeAll(named).freeze();
    }

    private static void stand(int category, int inPlane, int beyond) {
        STAND_INS[category] = new int[] {inPlane, beyond};
    }

    private static UnicodeSet strange() {
        UnicodeSet strange = new UnicodeSet();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.getType(c) != Category.of(c)) {
                strange.add(c);
            }
        }
        return strange.freeze();
    }

    /** Those characters of a set of which this Java is wrong. */
    static UnicodeSet strangeIn(UnicodeSet set) {
        return new UnicodeSet(STRANGE).retainAll(set);
    }

    /** The text to show, or null where the text itself will do. */
    char @Nullable [] shown(char[] text, int start, int end) {
        char[] copy = null;
        for (int at = start; at < end; at++) {
            if (text[at] < 0x250) {
                continue;
            }
            int point = Character.codePointAt(text, at, end);
            if (shown.contains(point)) {
                copy = copy == null ? text.clone() : copy;
                show(point, copy, at);
            }
            at += Character.charCount(point) - 1;
        }
        return copy;
    }

    private static void show(int point, char[] text, int at) {
        int[] standIns = STAND_INS[Category.of(point)];
        int standIn = standIns == null ? -1 : standIns[Character.isBmpCodePoint(point) ? 0 : 1];
        if (standIn >= 0) {
            Character.toChars(standIn, text, at);
        }
    }
}
