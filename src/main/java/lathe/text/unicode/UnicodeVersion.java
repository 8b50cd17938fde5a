package lathe.text.unicode;

import com.ibm.icu.lang.UCharacter;
import java.util.function.IntPredicate;

/**
 * A version of Unicode, cut out of ICU's newer data: what was assigned later counts as unassigned. The few characters
 * whose properties have changed since are named where they matter.
 */
final class UnicodeVersion {
    private UnicodeVersion() {}

    /** Whether a code point was assigned in the version {@code major}.0 or before. */
    static boolean knows(int major, int codePoint) {
        int age = UCharacter.getAge(codePoint).getMajor();
        return age > 0 && age <= major;
    }

    /** Adds a bit to the table's entries of all code points that satisfy a test. */
    static void mark(byte[] table, int bit, int major, IntPredicate test) {
        for (int c = 0; c < table.length; c++) {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (!surrogate && test.test(c) && knows(major, c)) {
                table[c] |= (byte) bit;
            }
        }
    }
}
