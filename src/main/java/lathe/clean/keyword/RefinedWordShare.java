package lathe.clean.keyword;

import java.util.Collection;
import java.util.Locale;
import lathe.clean.rule.View;
import lathe.text.EntryTrie;

/**
 * data-juicer's {@code flagged_words_filter} without its tokenizer: words between blanks, tabs and line ends, in lower
 * case, stripped of its special characters; those that are entries, by all. With augmentation each two neighbours,
 * joined, are words too. Entries count as they are listed, so one in upper case is never found.
 */
final class RefinedWordShare implements KeywordMeasure {
    private final EntryTrie entries;
    private final boolean pairs;

    RefinedWordShare(Collection<String> listed, boolean pairs) {
        entries = EntryTrie.of(listed);
        this.pairs = pairs;
    }

    @Override
    public Share of(View view) {
        String text = view.text().toLowerCase(Locale.ROOT);
        int words = 0;
        int hits = 0;
        int before = EntryTrie.NONE;
        for (int at = 0; at < text.length(); ) {
            int stop = end(text, at);
            int from = RefinedWords.skip(text, at, stop);
            int to = RefinedWords.back(text, from, stop);
            if (from < to) {
                int first = entries.first(text.charAt(from));
                int node = walk(first, text, from + 1, to);
                hits += entries.value(node) > 0 ? 1 : 0;
                hits += pairs && words > 0 && entries.value(walk(before, text, from, to)) > 0 ? 1 : 0;
                before = node;
                words++;
            }
            at = stop + 1;
        }
        int all = pairs ? words + Math.max(0, words - 1) : words;
        return all == 0 ? Share.NONE : new Share(Math.min(1, (double) hits / all), hits);
    }

    private int walk(int node, String text, int from, int to) {
        int at = from;
        int now = node;
        while (at < to && now != EntryTrie.NONE) {
            now = entries.child(now, text.charAt(at++));
        }
        return now;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\n' && text.charAt(at) != '\t') {
            at++;
        }
        return at;
    }
}
