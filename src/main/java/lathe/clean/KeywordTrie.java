package lathe.clean;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lathe.text.Words;

/** Finds listed words and phrases in a text, in any script; case does not count. */
final class KeywordTrie {
    private final Node root = new Node();

    KeywordTrie(Collection<String> entries) {
        for (String entry : entries) {
            String key = entry.strip().toLowerCase(Locale.ROOT);
            if (!key.isEmpty()) {
                add(key);
            }
        }
    }

    private void add(String key) {
        Node node = root;
        for (int i = 0; i < key.length(); i++) {
            node = node.next.computeIfAbsent(key.charAt(i), c -> new Node());
        }
        // An entry of symbols alone still counts as one word.
        node.words = Math.max(1, (int) Words.count(key));
    }

    /**
     * Number of words in a text that belong to entries. Matches run from left to right, the longest first, and do not
     * overlap; where an entry begins or ends with a letter of a spaced script, a word must begin or end there too.
     */
    long hits(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        long hits = 0;
        int at = 0;
        while (at < low.length()) {
            Match match = longest(low, at);
            hits += match.words;
            at = Math.max(at + 1, match.end);
        }
        return hits;
    }

    private record Match(int end, int words) {
        static final Match NONE = new Match(0, 0);
    }

    private Match longest(String text, int start) {
        Match best = Match.NONE;
        Node node = root.next.get(text.charAt(start));
        if (node == null || !isEdge(text, start)) {
            return best;
        }
        int end = start + 1;
        while (node != null) {
            if (node.words > 0 && isEdge(text, end)) {
                best = new Match(end, node.words);
            }
            node = end < text.length() ? node.next.get(text.charAt(end)) : null;
            end++;
        }
        return best;
    }

    /** Whether no word of a spaced script goes on across this place. */
    private static boolean isEdge(String text, int at) {
        return at == 0
                || at >= text.length()
                || !Words.isSpacedPart(text.codePointBefore(at))
                || !Words.isSpacedPart(text.codePointAt(at));
    }

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private int words;
    }
}
