package lathe.text;

import java.util.Locale;
import java.util.Set;

/**
 * Sentences. The marks of Chinese and Japanese end one wherever they stand; a point, question or exclamation mark only
 * before a blank, a line's end or a character of a script without spaces. A point does not after an abbreviation, an
 * initial or the number of a list's item, nor before a small letter.
 */
final class Sentences {
    private static final int CHARS_A_SENTENCE = 60;
    private static final int LONGEST_ABBREVIATION = 8;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "cf", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "fig", "figs", "eq", "eqs",
            "sec", "ch", "vol", "vols", "pp", "ed", "eds", "al", "approx", "dept", "est", "gen", "col", "lt", "sgt",
            "capt", "rev", "hon", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
            "u.s", "u.k", "u.n", "z.b", "bzw", "usw", "ca", "mme", "mlle", "sr", "sra", "т.е", "т.д");

    private Sentences() {}

    static Spans of(String text, int from, int to) {
        Spans sentences = new Spans((to - from) / CHARS_A_SENTENCE);
        int start = from;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (Lines.isEnd(c)) {
                add(text, start, at, sentences);
                start = ++at;
            } else if (Terminals.isEnd(text.codePointAt(at))) {
                int end = markEnd(text, at, to);
                if (ends(text, start, at, end, to)) {
                    add(text, start, end, sentences);
                    start = end;
                }
                at = end;
            } else {
                at++;
            }
        }
        add(text, start, to, sentences);
        return sentences;
    }

    private static void add(String text, int from, int to, Spans sentences) {
        int first = Blanks.skip(text, from, to);
        if (first < to) {
            sentences.add(first, Blanks.trim(text, first, to));
        }
    }

    /** Behind a run of marks and of the quotes and brackets that close after it. */
    private static int markEnd(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            if (!Terminals.isEnd(c) && !Terminals.isCloser(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean ends(String text, int start, int mark, int end, int to) {
        if (end == to || Terminals.isWide(text.codePointAt(mark))) {
            return true;
        }
        char next = text.charAt(end);
        if (!Characters.is(next, Characters.BLANK)) {
            return Characters.is(next, Characters.UNSPACED) && !Characters.is(text.charAt(end - 1), Characters.DIGIT);
        }
        boolean quoted = end - mark > 1;
        boolean doubtful = text.charAt(mark) == '.' || quoted;
        return !(doubtful && small(text, end, to))
                && !(text.charAt(mark) == '.' && !quoted && shortened(text, start, mark));
    }

    private static boolean small(String text, int from, int to) {
        int at = Blanks.skip(text, from, to);
        return at < to && Character.isLowerCase(text.codePointAt(at));
    }

    private static boolean shortened(String text, int start, int mark) {
        int from = mark;
        while (from > start && mark - from <= LONGEST_ABBREVIATION && isPart(text.charAt(from - 1))) {
            from--;
        }
        boolean first = Blanks.skip(text, start, from) == from;
        boolean number = from < mark && Characters.is(text.charAt(from), Characters.DIGIT);
        if (number) {
            return first && mark - from <= 3;
        }
        return (mark - from == 1 && Character.isUpperCase(text.charAt(from)))
                || ABBREVIATIONS.contains(text.substring(from, mark).toLowerCase(Locale.ROOT));
    }

    private static boolean isPart(char c) {
        return c == '.'
                || (Characters.is(c, Characters.LETTER | Characters.DIGIT) && !Characters.is(c, Characters.HAN));
    }
}
