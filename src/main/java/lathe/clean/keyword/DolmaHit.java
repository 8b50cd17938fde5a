package lathe.clean.keyword;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import lathe.clean.rule.View;
import lathe.text.EntryTrie;
import lathe.text.Unicode;

/**
 * Dolma's {@code has_naughty_word}: whether a word between blanks, in lower case, is an entry, or an entry with a blank
 * in it stands anywhere in the text. Punctuation stays on words, so "word." is not found.
 */
final class DolmaHit implements KeywordMeasure {
    private final EntryTrie words;
    private final EntryTrie phrases;

    DolmaHit(Collection<String> listed) {
        List<String> single = new ArrayList<>();
        List<String> several = new ArrayList<>();
        listed.forEach(entry -> (entry.contains(" ") ? several : single).add(entry));
        words = EntryTrie.of(single);
        phrases = EntryTrie.of(several);
    }

    @Override
    public Share of(View view) {
        String text = view.text().toLowerCase(Locale.ROOT);
        boolean begins = true;
        for (int at = 0; at < text.length(); at++) {
            if ((begins && isWord(text, at)) || phrases.longest(text, at) > 0) {
                return Share.ANY;
            }
            begins = isBlank(text.charAt(at));
        }
        return Share.NONE;
    }

    private boolean isWord(String text, int from) {
        int node = words.first(text.charAt(from));
        int at = from + 1;
        while (node != EntryTrie.NONE && at < text.length() && !isBlank(text.charAt(at))) {
            node = words.child(node, text.charAt(at++));
        }
        return words.value(node) > 0;
    }

    /** What Python's split() splits at. */
    private static boolean isBlank(char unit) {
        if (unit > ' ' && unit < 0x7F) {
            return false;
        }
        return Unicode.isWhiteSpace(unit) || (unit >= 0x1C && unit <= 0x1F);
    }
}
