package lathe.clean.edit;

import lathe.text.Scripts;
import lathe.text.Unicode;

/** What rules of this package ask of characters. */
final class Characters {
    private Characters() {}

    /** Chinese characters, Kana and Bopomofo: letters beside which punctuation is full-width. */
    static boolean isCjk(int c) {
        if (isCommonHan(c)) {
            return true;
        }
        return c >= 0x2E80 && (Scripts.isHan(c) || Scripts.isKana(c) || c == 'ー' || (c >= 0x3105 && c <= 0x312F));
    }

    /** The block that nearly all Chinese text is in, known without a search through the scripts. */
    static boolean isCommonHan(int c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    /** Punctuation that Chinese and Japanese texts have: of CJK, full-width, and the quotes and dots of both worlds. */
    static boolean isCjkMark(int c) {
        return (c >= 0x3000 && c <= 0x303F && c != 0x3005 && c != 0x3007)
                || c == 0x30FB
                || (c >= 0xFF00 && c <= 0xFFEF && !Character.isLetterOrDigit(c))
                || "“”‘’…—·".indexOf(c) >= 0;
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiAlnum(char c) {
        return isAsciiLetter(c) || isAsciiDigit(c);
    }

    /** Letters, digits and the marks of scripts that write vowels as marks. */
    static boolean isWordPart(int c) {
        if (c < 0x80) {
            return isAsciiAlnum((char) c);
        }
        if (isCommonHan(c) || Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                ? c < 0xFE00 || c > 0xFE0F
                : type == Character.COMBINING_SPACING_MARK || type == Character.LETTER_NUMBER;
    }

    /** Where a line ends: at its \n or at the text's end. */
    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Whether a stretch has nothing but white space. */
    static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Unicode.isWhiteSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
