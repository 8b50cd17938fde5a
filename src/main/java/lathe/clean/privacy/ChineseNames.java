package lathe.clean.privacy;

import java.util.BitSet;
import java.util.List;
import lathe.text.EntryTrie;

/**
 * What Chinese names are made of: a surname of one or two characters, then one or two of a given name. Characters of
 * grammar are never part of a given name; characters that given names often have decide where a name ends.
 */
final class ChineseNames {
    private static final int LONGEST_MINORITY = 15;

    private final EntryTrie surnames = EntryTrie.of(Lists.words("surnames-zh"));
    private final BitSet unsure = characters(Lists.words("surnames-unsure-zh"));
    private final BitSet given = characters(Lists.own("given-zh"));
    private final BitSet grammar = characters(Lists.own("grammar-zh"));
    private final EntryTrie words = EntryTrie.of(Lists.words("no-names-zh"));

    private static BitSet characters(List<String> lines) {
        BitSet set = new BitSet();
        lines.forEach(line -> line.chars().forEach(set::set));
        return set;
    }

    /**
     * End of the surname at a place, or -1; one that is as often a word counts only where nothing Chinese is before it.
     */
    int surname(String text, int from) {
        int end = surnames.longest(text, from);
        boolean doubtful = end == from + 1 && unsure.get(text.charAt(from)) && Chars.isHan(Chars.at(text, from - 1));
        return doubtful ? -1 : end;
    }

    /** Whether a surname of one character is a word or a part of words more often. */
    boolean isUnsure(char surname) {
        return unsure.get(surname);
    }

    boolean isGrammar(char c) {
        return grammar.get(c);
    }

    /** Whether a character often stands in given names. */
    boolean isGiven(char c) {
        return given.get(c);
    }

    /** Whether a character can be in a given name at all. */
    boolean canBeGiven(char c) {
        return Chars.isHan(c) && !grammar.get(c);
    }

    /** Whether a stretch is a word, or begins with one that goes on as no name does, or goes into one before it. */
    boolean isWord(String text, int from, int to) {
        int end = words.longest(text, from);
        boolean goesOn = end == to - 1 && !isGiven(text.charAt(to - 1));
        return end >= to || goesOn || (from > 0 && words.longest(text, from - 1) > from);
    }

    /** Whether a word that only looks like a name begins at a place, or goes into it. */
    boolean beginsWord(String text, int from) {
        return words.longest(text, from) > 0 || (from > 0 && words.longest(text, from - 1) > from);
    }

    /** Whether a stretch before a title is a surname and one or two characters of a given name. */
    boolean isName(String text, int from, int to) {
        int end = from < 0 ? -1 : surnames.longest(text, from);
        if (end < 0 || to - end < 1 || to - end > 2 || isWord(text, from, to)) {
            return false;
        }
        return canBeGiven(text.charAt(end)) && canBeGiven(text.charAt(to - 1));
    }

    /** End of the name that begins at a place where one is expected, or -1. */
    int expected(String text, int from) {
        int end = surnames.longest(text, from);
        int run = han(text, from);
        if (Chars.at(text, run) == '·' && run - from >= 1) {
            return minority(text, from);
        }
        if (end < 0 || words.longest(text, from) > 0) {
            return -1;
        }
        if (run == end + 1 || run == end + 2) {
            return run;
        }
        if (!canBeGiven(Chars.at(text, end))) {
            return -1;
        }
        boolean second = canBeGiven(Chars.at(text, end + 1))
                && (isGiven(text.charAt(end + 1)) || isGrammar(Chars.at(text, end + 2)));
        return second ? end + 2 : end + 1;
    }

    /** Names with a point between their parts, as of Uyghurs or translated ones. */
    private static int minority(String text, int from) {
        int at = from;
        while (at < text.length() && (Chars.isHan(text.charAt(at)) || text.charAt(at) == '·')) {
            at++;
        }
        return at - from <= LONGEST_MINORITY && text.charAt(at - 1) != '·' ? at : -1;
    }

    /** End of the Chinese characters from a place on. */
    static int han(String text, int from) {
        int at = from;
        while (at < text.length() && Chars.isHan(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
