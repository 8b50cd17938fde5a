package lathe.clean.edit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.text.Unicode;

/**
 * Repeated sentences as data-juicer's remove_repeat_sentences_mapper takes them out: a full stop ends a sentence within
 * numbers too, and only ASCII letters, digits and the ideographs up to U+9FA5 count when punctuation is looked over.
 */
record DataJuicerSentences(boolean lower, boolean bare, int min) implements Edit {
    private static final String STOPS_OF_LAST = ".。！!？?{6}…2";

    DataJuicerSentences(EditRules.RepeatedSentences rule) {
        this(rule.ignoreCase(), rule.ignorePunctuation(), rule.min());
    }

    @Override
    public void edit(String text, Changes changes) {
        Set<String> seen = new HashSet<>();
        for (int start = 0; start < text.length(); ) {
            int end = Characters.lineEnd(text, start);
            int from = start;
            for (String sentence : split(text.substring(start, end)).split("\n", -1)) {
                int to = from + sentence.length();
                String key = key(sentence);
                if (key.codePointCount(0, key.length()) >= min && !seen.add(key)) {
                    changes.delete(from, to);
                }
                from = to;
            }
            start = end + 1;
        }
    }

    /** A line with \n where a sentence ends: four replacements, one after another. */
    private static String split(String line) {
        String once = cut(line, 1, DataJuicerSentences::isStop, -1);
        // most lines have no such signs, and a search for them is many times as fast as a pass
        String dots = once.contains("......") ? cut(once, 6, c -> c == '.', -1) : once;
        String ellipsis = dots.contains("……") ? cut(dots, 2, c -> c == '…', -1) : dots;
        boolean quoted = ellipsis.indexOf('’') >= 0 || ellipsis.indexOf('”') >= 0;
        return quoted ? cut(ellipsis, 1, c -> STOPS_OF_LAST.indexOf(c) >= 0, 1) : ellipsis;
    }

    /**
     * Puts \n behind so many characters of a kind (and then, if asked for, a closing quote) that something other than a
     * closing quote follows, which is then passed over.
     */
    private static String cut(String line, int count, IntPredicate kind, int quotes) {
        StringBuilder out = new StringBuilder(line.length() + 16);
        int copied = 0;
        for (int i = 0; i < line.length(); ) {
            int at = i;
            while (at < line.length() && at - i < count && kind.test(line.charAt(at))) {
                at++;
            }
            boolean found = at - i == count;
            if (found && quotes > 0) {
                found = at < line.length() && isQuote(line.charAt(at));
                at++;
            }
            if (found && at < line.length() && !isQuote(line.charAt(at))) {
                out.append(line, copied, at).append('\n');
                copied = at;
                i = at + Character.charCount(line.codePointAt(at));
            } else {
                i++;
            }
        }
        return out.append(line, copied, line.length()).toString();
    }

    private static boolean isStop(int c) {
        return switch (c) {
            case '.', '!', '?', '。', '！', '？' -> true;
            default -> false;
        };
    }

    private static boolean isQuote(char c) {
        return c == '’' || c == '”';
    }

    private String key(String sentence) {
        int from = 0;
        int to = sentence.length();
        while (from < to && isPythonSpace(sentence.charAt(from))) {
            from++;
        }
        while (to > from && isPythonSpace(sentence.charAt(to - 1))) {
            to--;
        }
        String key = sentence.substring(from, to);
        key = lower ? key.toLowerCase(Locale.ROOT) : key;
        return bare ? letters(key) : key;
    }

    private static boolean isPythonSpace(char c) {
        return Unicode.isWhiteSpace(c) || (c >= 0x1C && c <= 0x1F);
    }

    private static String letters(String key) {
        char[] kept = key.toCharArray();
        int size = 0;
        for (char c : kept) {
            if (Characters.isAsciiAlnum(c) || (c >= 0x4E00 && c <= 0x9FA5) || c == '\t' || c == ' ') {
                kept[size++] = c;
            }
        }
        return new String(kept, 0, size);
    }
}
