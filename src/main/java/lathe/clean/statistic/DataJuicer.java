package lathe.clean.statistic;

import java.util.function.Function;
import lathe.clean.rule.View;
import lathe.text.Spans;

/** data-juicer's numbers, mistakes included: 一, 士 and 上 are special, and Chinese without spaces is one word. */
final class DataJuicer {
    /** Its SPECIAL_CHARACTERS, with the emoji of the package emoji 2.2.0. */
    private static final CodePointSet SPECIAL = new CodePointSet("/statistic/data-juicer-special.txt");

    /** Its refined words in small letters. */
    @SuppressWarnings("UnnecessaryLambda") // the view knows what is shared by the identity of its maker
    private static final Function<View, Parts> SMALL = view -> {
        String small = Python.lower(view.text());
        return new Parts(small, refinedWords(small.toCharArray()));
    };

    private DataJuicer() {}

    static double words(View view) {
        return refinedWords(view.chars()).size();
    }

    static double averageLineLength(View view) {
        return Shares.of(
                view.lines().size() == 0 ? 0 : view.characters(), view.lines().size());
    }

    static double alphanumerics(View view) {
        return Shares.of(view.counts().letters() + view.counts().numbers(), view.characters());
    }

    static double specialCharacters(View view) {
        char[] text = view.chars();
        int special = 0;
        for (int at = 0; at < text.length; ) {
            int c = Character.codePointAt(text, at);
            at += Character.charCount(c);
            special += SPECIAL.contains(c) ? 1 : 0;
        }
        return Shares.of(special, view.characters());
    }

    static double wordRepetition(View view, int n) {
        Parts words = view.shared(SMALL);
        long[] keys = words.grams(n);
        GramTable table = GramTable.empty(keys.length);
        for (long key : keys) {
            table.add(key);
        }
        int repeated = 0;
        for (int count : table.repeated()) {
            repeated += count;
        }
        return Shares.of(repeated, keys.length);
    }

    static double stopWords(View view, WordSet list) {
        Parts words = view.shared(SMALL);
        int hits = 0;
        for (int i = 0; i < words.size(); i++) {
            hits += list.contains(words.hash(i)) ? 1 : 0;
        }
        return Shares.of(hits, words.size());
    }

    /** What stands between blanks, tabs and line feeds, without special characters at the ends. */
    static Spans refinedWords(char[] text) {
        Spans words = new Spans(text.length / 6);
        int from = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || isSeparator(text[at])) {
                addStripped(text, from, at, words);
                from = at + 1;
            }
        }
        return words;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }

    private static void addStripped(char[] text, int from, int to, Spans words) {
        int first = from;
        while (first < to && SPECIAL.contains(Character.codePointAt(text, first))) {
            first += Character.charCount(Character.codePointAt(text, first));
        }
        int last = to;
        while (last > first && SPECIAL.contains(Character.codePointBefore(text, last))) {
            last -= Character.charCount(Character.codePointBefore(text, last));
        }
        if (first < last) {
            words.add(first, last);
        }
    }
}
