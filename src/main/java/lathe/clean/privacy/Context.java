package lathe.clean.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words that stand shortly before a finding and tell what it is. */
final class Context {
    private static final String ENDS = "\n。；;，,、！!？?";

    private final int reach;
    private final List<String> words;

    /**
     * A context.
     *
     * @param reach how many characters before the finding a word may end or begin
     * @param words in lower case
     */
    Context(int reach, String... words) {
        this.reach = reach;
        this.words = Arrays.asList(words);
    }

    /** Whether one of the words stands before a place, in the same clause. */
    boolean before(String text, int at) {
        int from = at;
        while (from > 0 && at - from < reach && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        if (from == at) {
            return false;
        }
        String window = text.substring(from, at).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> stands(word, window));
    }

    private static boolean stands(String word, String window) {
        for (int at = window.indexOf(word); at >= 0; at = window.indexOf(word, at + 1)) {
            if (!Chars.joins(window, at) && !Chars.joins(window, at + word.length())) {
                return true;
            }
        }
        return false;
    }
}
