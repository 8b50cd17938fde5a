package lathe.clean.keyword;

import java.util.Collection;
import lathe.text.EntryTrie;

/**
 * Finds listed words and phrases in a text, in any script; case does not count. Matches run from left to right, the
 * longest first, and do not overlap; where an entry begins or ends with a letter of a spaced script, a word must begin
 * or end there too.
 */
final class KeywordTrie {
    private final EntryTrie entries = new EntryTrie();

    KeywordTrie(Collection<String> listed) {
        for (String entry : listed) {
            String key = lower(entry.strip());
            // An entry of symbols alone still counts as one word.
            entries.add(key, Math.max(1, CharacterKinds.words(key)));
        }
    }

    /**
     * What was found in a text.
     *
     * @param matches number of matches
     * @param words words that belong to them
     */
    record Hits(int matches, int words) {}

    Hits hits(String text) {
        int matches = 0;
        int words = 0;
        int at = 0;
        while (at < text.length()) {
            if (CharacterKinds.isInside(text, at)) {
                at++;
                continue;
            }
            int node = entries.first(CharacterKinds.lower(text, at));
            long match = node == EntryTrie.NONE ? 0 : longest(text, at, node);
            matches += match == 0 ? 0 : 1;
            words += (int) match;
            at = match == 0 ? at + 1 : (int) (match >>> 32);
        }
        return new Hits(matches, words);
    }

    /** The end of the longest match from an edge on and, in the lower half, its words; 0 for none. */
    private long longest(String text, int start, int first) {
        long best = 0;
        int node = first;
        int end = start + 1;
        while (node != EntryTrie.NONE) {
            if (entries.value(node) > 0 && !CharacterKinds.isInside(text, end)) {
                best = ((long) end << 32) | entries.value(node);
            }
            node = end < text.length() ? entries.child(node, CharacterKinds.lower(text, end)) : EntryTrie.NONE;
            end++;
        }
        return best;
    }

    private static String lower(String entry) {
        StringBuilder low = new StringBuilder(entry.length());
        for (int i = 0; i < entry.length(); i++) {
            low.append(CharacterKinds.lower(entry, i));
        }
        return low.toString();
    }
}
