package lathe.clean.privacy;

import java.util.Collection;
import lathe.text.EntryTrie;
import lathe.text.Words;

/** Entries of a list, whole words in scripts that have spaces; case does not count. */
final class ListDetector implements Detector {
    private final EntryTrie entries = new EntryTrie();

    ListDetector(Collection<String> listed) {
        listed.forEach(entry -> entries.add(lower(entry), 1));
    }

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            int end = entries.first(Character.toLowerCase(text.charAt(at))) == EntryTrie.NONE ? -1 : end(text, at);
            if (end > 0) {
                sink.found(at, end);
                at = end - 1;
            }
        }
    }

    private int end(String text, int from) {
        if (!isEdge(text, from)) {
            return -1;
        }
        int best = -1;
        int node = entries.first(Character.toLowerCase(text.charAt(from)));
        for (int at = from + 1; node != EntryTrie.NONE; at++) {
            best = entries.value(node) > 0 && isEdge(text, at) ? at : best;
            node = at < text.length() ? entries.child(node, Character.toLowerCase(text.charAt(at))) : EntryTrie.NONE;
        }
        return best;
    }

    private static boolean isEdge(String text, int at) {
        return at == 0
                || at >= text.length()
                || !Words.isSpacedPart(text.codePointBefore(at))
                || !Words.isSpacedPart(text.codePointAt(at));
    }

    private static String lower(String entry) {
        StringBuilder low = new StringBuilder(entry);
        for (int i = 0; i < low.length(); i++) {
            low.setCharAt(i, Character.toLowerCase(low.charAt(i)));
        }
        return low.toString();
    }
}
