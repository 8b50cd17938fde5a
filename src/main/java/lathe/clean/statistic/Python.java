package lathe.clean.statistic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import lathe.text.Characters;
import lathe.text.Spans;

/** What Python's strings do, for the numbers of tools that are written in it. */
final class Python {
    private Python() {}

    /** {@code str.isspace} of a character. */
    static boolean isSpace(int c) {
        return Characters.is(c, Characters.BLANK) || (c >= 0x1C && c <= 0x1F);
    }

    /** {@code str.isalnum} of a character. */
    static boolean isAlnum(int c) {
        return Characters.is(c, Characters.LETTER | Characters.NUMBER);
    }

    /** {@code str.isalpha} of a character. */
    static boolean isAlpha(int c) {
        return Characters.is(c, Characters.LETTER);
    }

    /** {@code str.lower}. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** {@code str.split()}: the runs between white space. */
    static Spans split(String text) {
        Spans parts = new Spans(text.length() / 6);
        int from = -1;
        for (int at = 0; at < text.length(); at++) {
            boolean space = isSpace(text.charAt(at));
            if (space && from >= 0) {
                parts.add(from, at);
            }
            from = space ? -1 : from < 0 ? at : from;
        }
        if (from >= 0) {
            parts.add(from, text.length());
        }
        return parts;
    }

    /** {@code str.split(separator)}: empty parts too, one more than there are separators. */
    static Spans split(String text, char separator) {
        Spans parts = new Spans(text.length() / 60);
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(from, at);
            from = at + 1;
        }
        parts.add(from, text.length());
        return parts;
    }

    /** Where {@code str.lstrip} of a stretch begins. */
    static int stripStart(String text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where {@code str.rstrip} of a stretch ends. */
    static int stripEnd(String text, int from, int to) {
        int at = to;
        while (at > from && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** {@code str.count}: occurrences that do not overlap. */
    static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    /** Whether a stretch ends with one of some strings. */
    static boolean endsWith(String text, int from, int to, String... ends) {
        for (String end : ends) {
            if (to - end.length() >= from && text.startsWith(end, to - end.length())) {
                return true;
            }
        }
        return false;
    }

    /** {@code round(value, digits)}: half to even on the exact value of the double. */
    static double round(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }
}
