package lathe.clean.edit;

import java.util.Locale;
import java.util.Set;
import lathe.text.Unicode;

/**
 * Where sentences end: behind 。！？…… and the like; behind ! and ? before white space; behind a full stop before white
 * space unless a number, an initial or an abbreviation stands before it; closing quotes and brackets belong to the
 * sentence. Lines are sentences of their own.
 */
final class Sentences {
    private static final String CLOSERS = "”’\"')]}」』）》】〉»";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "e.g", "i.e", "cf", "al", "fig", "figs",
            "eq", "eqs", "no", "nos", "vol", "pp", "p", "ch", "sec", "ed", "eds", "inc", "ltd", "co", "corp", "dept",
            "approx", "gen", "gov", "sen", "rep", "col", "capt", "sgt", "lt", "rev", "hon", "mt", "u.s", "u.k", "a.m",
            "p.m", "ph.d", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "z.b",
            "d.h", "bzw", "usw");
    private static final int LONGEST_ABBREVIATION = 8;

    private Sentences() {}

    /** Behind the sentence that begins at a place of a line. */
    static int end(String text, int from, int lineEnd) {
        for (int i = from; i < lineEnd; i++) {
            char c = text.charAt(i);
            if (isAsianStop(c)) {
                return closed(text, i, lineEnd);
            } else if (c == '.' || c == '!' || c == '?' || c == '…' || c == '।' || c == '؟') {
                int end = closed(text, i, lineEnd);
                boolean open = end < lineEnd && !isSpace(text.charAt(end));
                if (!open && !(c == '.' && end == i + 1 && isAbbreviation(text, from, i))) {
                    return end;
                }
                i = end - 1;
            }
        }
        return lineEnd;
    }

    static boolean isSpace(char c) {
        return Unicode.isWhiteSpace(c);
    }

    private static boolean isAsianStop(char c) {
        return c == '。' || c == '！' || c == '？' || c == '｡';
    }

    /** Behind all marks that follow and end or close the same sentence. */
    private static int closed(String text, int from, int lineEnd) {
        int end = from;
        while (end < lineEnd && (isStop(text.charAt(end)) || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean isStop(char c) {
        return isAsianStop(c) || c == '.' || c == '!' || c == '?' || c == '…' || c == '।' || c == '؟';
    }

    /** An initial (J.), an abbreviation of the list, or the number of a list at its beginning (1.). */
    private static boolean isAbbreviation(String text, int from, int stop) {
        int start = stop;
        while (start > from && stop - start <= LONGEST_ABBREVIATION && isPart(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, stop);
        if (word.isEmpty() || word.length() > LONGEST_ABBREVIATION) {
            return false;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && word.charAt(0) != 'I';
        boolean number = Characters.isBlank(text, from, start) && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return initial || number || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isPart(char c) {
        return Characters.isAsciiAlnum(c) || c == '.';
    }
}
