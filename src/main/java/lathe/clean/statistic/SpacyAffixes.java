package lathe.clean.statistic;

import java.util.List;
import lathe.text.Characters;

/**
 * What spaCy 3's English tokenizer takes off the ends of a piece of text and where it cuts inside. Stretches are chars
 * of a text, and nothing before or behind them is looked at.
 */
final class SpacyAffixes {
    private static final String FOLDER = "/statistic/spacy-";
    private static final CodePointSet ALPHA = new CodePointSet(FOLDER + "alpha.txt");
    private static final CodePointSet LOWER = new CodePointSet(FOLDER + "lower.txt");
    private static final CodePointSet UPPER = new CodePointSet(FOLDER + "upper.txt");
    private static final CodePointSet ICONS = new CodePointSet(FOLDER + "icons.txt");
    private static final CodePointSet PUNCTUATION = new CodePointSet(FOLDER + "punctuation.txt");
    private static final CodePointSet QUOTES = new CodePointSet(FOLDER + "quotes.txt");
    private static final CodePointSet CURRENCY = new CodePointSet(FOLDER + "currency.txt");

    private static final List<String> LONG_CURRENCIES = List.of("US$", "C$", "A$");
    private static final List<String> HYPHENS = List.of("-", "–", "—", "--", "---", "——", "~");
    private static final List<String> UNITS = List.of(
            ("km km² km³ m m² m³ dm dm² dm³ cm cm² cm³ mm mm² mm³ ha µm nm yd in ft kg g mg µg t lb oz m/s km/h kmh mph"
                            + " hPa Pa mbar mb MB kb KB gb GB tb TB T G M K % км км² км³ м м² м³ дм дм² дм³ см см² см³ мм"
                            + " мм² мм³ нм кг г мг м/с км/ч кПа Па мбар Кб КБ кб Мб МБ мб Гб ГБ гб Тб ТБ тбكم كم² كم³ م"
                            + " م² م³ سم سم² سم³ مم مم² مم³ كم غرام جرام جم كغ ملغ كوب اكواب")
                    .split(" "));
    private static final int LONGEST_UNIT =
            UNITS.stream().mapToInt(String::length).max().orElse(0);

    private SpacyAffixes() {}

    static boolean isLower(int c) {
        return LOWER.contains(c);
    }

    /** Length of the prefix of a stretch; 0 where there is none. */
    static int prefix(String text, int from, int to) {
        int c = text.codePointAt(from);
        if (c == '+') {
            return from + 1 < to && isDigit(text.charAt(from + 1)) ? 0 : 1;
        }
        if (c == '.') {
            int dots = dots(text, from, to);
            return dots > 1 ? dots : 0;
        }
        for (String currency : LONG_CURRENCIES) {
            if (startsWith(text, from, to, currency)) {
                return currency.length();
            }
        }
        boolean single = isMark(c) || CURRENCY.contains(c) || c == '§' || c == '%' || c == '=';
        return single ? Character.charCount(c) : 0;
    }

    /** Length of the longest suffix of a stretch; 0 where there is none. */
    static int suffix(String text, int from, int to) {
        int c = text.codePointBefore(to);
        int longest = isMark(c) ? Character.charCount(c) : 0;
        if (c == '.') {
            longest = point(text, from, to);
        } else if (to - from > 1 && endsWithPair(text.charAt(to - 2), c)) {
            longest = 2;
        }
        return Math.max(longest, afterDigit(text, from, to, c));
    }

    private static int point(String text, int from, int to) {
        int dots = 1;
        while (to - dots > from && text.charAt(to - dots - 1) == '.') {
            dots++;
        }
        if (dots > 1) {
            return dots;
        }
        if (to - 1 == from) {
            return 0;
        }
        int before = text.codePointBefore(to - 1);
        int second = to - 1 - Character.charCount(before);
        int beforeThat = second > from ? text.codePointBefore(second) : 0;
        boolean degrees = beforeThat == '°' && "FfCcKk".indexOf(before) >= 0;
        boolean capitals = UPPER.contains(before) && UPPER.contains(beforeThat);
        return degrees || capitals || endsSentence(before) ? 1 : 0;
    }

    private static boolean endsSentence(int c) {
        return isDigit(c)
                || LOWER.contains(c)
                || PUNCTUATION.contains(c)
                || QUOTES.contains(c)
                || "%²-+|".indexOf(c) >= 0;
    }

    private static int afterDigit(String text, int from, int to, int last) {
        int longest = 0;
        if (!hasDigit(text, Math.max(from, to - LONGEST_UNIT - 1), to - 1)) {
            return longest;
        }
        if ((last == '+' || CURRENCY.contains(last)) && digitBefore(text, from, to - 1)) {
            longest = 1;
        }
        for (String currency : LONG_CURRENCIES) {
            longest = Math.max(longest, afterDigit(text, from, to, currency));
        }
        for (String unit : UNITS) {
            longest = Math.max(longest, afterDigit(text, from, to, unit));
        }
        return longest;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static int afterDigit(String text, int from, int to, String end) {
        return Python.endsWith(text, from, to, end) && digitBefore(text, from, to - end.length()) ? end.length() : 0;
    }

    /** Length of the infix that begins at a place in a stretch; 0 where none does. */
    static int infix(String text, int from, int to, int at) {
        int c = text.codePointAt(at);
        if (c == '.' && dots(text, at, to) > 1) {
            return dots(text, at, to);
        }
        if (c == '…' || ICONS.contains(c)) {
            return Character.charCount(c);
        }
        if (at == from) {
            return 0;
        }
        int before = text.codePointBefore(at);
        return between(text, to, at, c, before);
    }

    private static int between(String text, int to, int at, int c, int before) {
        int after = at + 1 < to ? text.codePointAt(at + 1) : 0;
        boolean alnum = ALPHA.contains(before) || isDigit(before);
        boolean cut =
                switch (c) {
                    case '.' ->
                        (LOWER.contains(before) || QUOTES.contains(before))
                                && (UPPER.contains(after) || QUOTES.contains(after));
                    case ',' -> ALPHA.contains(before) && ALPHA.contains(after);
                    case ':', '<', '>', '=', '/' -> alnum && ALPHA.contains(after);
                    case '+', '-', '*', '^' -> isDigit(before) && (isDigit(after) || after == '-');
                    default -> false;
                };
        return cut ? 1 : alnum && isHyphen(c) ? hyphen(text, at, to) : 0;
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == '–' || c == '—' || c == '~';
    }

    private static int hyphen(String text, int at, int to) {
        for (String hyphen : HYPHENS) {
            int end = at + hyphen.length();
            if (end < to && text.startsWith(hyphen, at) && ALPHA.contains(text.codePointAt(end))) {
                return hyphen.length();
            }
        }
        return 0;
    }

    private static boolean isMark(int c) {
        return PUNCTUATION.contains(c) || QUOTES.contains(c) || ICONS.contains(c) || c == '—' || c == '–';
    }

    /** Two points of suspension, or a possessive. */
    private static boolean endsWithPair(char before, int last) {
        return switch (last) {
            case '…' -> before == '…';
            case 's', 'S' -> before == '\'' || before == '’';
            default -> false;
        };
    }

    private static boolean startsWith(String text, int from, int to, String start) {
        return from + start.length() <= to && text.startsWith(start, from);
    }

    private static boolean digitBefore(String text, int from, int at) {
        return at > from && isDigit(text.charAt(at - 1));
    }

    private static int dots(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) == '.') {
            at++;
        }
        return at - from;
    }

    private static boolean isDigit(int c) {
        return c < 0x80 && Characters.is(c, Characters.DIGIT);
    }
}
