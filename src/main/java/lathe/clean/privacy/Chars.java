package lathe.clean.privacy;

/** Characters as detectors see them. Letters and digits are ASCII: a Chinese character beside a number ends it. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || isUpper(c);
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isAlnum(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** The value of an ASCII or full-width digit, or -1. */
    static int digit(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    /** Chinese characters of the basic plane, in which names and places are written. */
    static boolean isHan(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == '〇';
    }

    /** The unit at a place, or NUL outside the text. */
    static char at(String text, int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : 0;
    }

    /** Whether a word of ASCII letters, digits and underscores could go on at both sides of a place. */
    static boolean joins(String text, int at) {
        return isWordPart(at(text, at - 1)) && isWordPart(at(text, at));
    }

    static boolean isWordPart(char c) {
        return isAlnum(c) || c == '_';
    }
}
