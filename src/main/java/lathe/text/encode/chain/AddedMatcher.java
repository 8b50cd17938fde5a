package lathe.text.encode.chain;

import java.util.BitSet;
import java.util.List;
import lathe.text.encode.model.Trie;
import lathe.text.unicode.CharacterClass;

/** Finds added tokens in a text: of those that begin at a place the longest, then from its end on. */
final class AddedMatcher {
    /** Takes the parts of a text, which lie side by side. */
    interface Parts {
        /** A part without added tokens. */
        void plain(int start, int end);

        /** An added token with the blanks that belong to it. */
        void added(AddedToken token, int start, int end);
    }

    private final List<AddedToken> tokens;
    private final Trie trie = new Trie();
    private final BitSet beginnings = new BitSet();

    /**
     * A matcher.
     *
     * @param patterns what is sought for each token
     */
    AddedMatcher(List<AddedToken> tokens, List<String> patterns) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            if (!patterns.get(i).isEmpty()) {
                trie.put(patterns.get(i), i);
                beginnings.set(patterns.get(i).charAt(0));
            }
        }
    }

    boolean isEmpty() {
        return beginnings.isEmpty();
    }

    /** Passes on the parts of a text. */
    void find(char[] text, int size, Parts parts) {
        int done = 0;
        for (int at = 0; at < size; at++) {
            if (!beginnings.get(text[at])) {
                continue;
            }
            int end = longest(text, at, size);
            if (end == Trie.NONE) {
                continue;
            }
            AddedToken token = tokens.get(trie.value(text, at, end));
            if (!token.singleWord() || standsAlone(text, at, end, size)) {
                int from = token.lstrip() ? Math.max(done, blanksBefore(text, at)) : at;
                if (from > done) {
                    parts.plain(done, from);
                }
                done = token.rstrip() ? blanksBehind(text, end, size) : end;
                parts.added(token, from, done);
            }
            at = end - 1;
        }
        if (done < size) {
            parts.plain(done, size);
        }
    }

    private int longest(char[] text, int start, int size) {
        int end = Trie.NONE;
        int node = 0;
        for (int at = start; at < size && node != Trie.NONE; at++) {
            node = trie.next(node, text[at]);
            if (node != Trie.NONE && trie.value(node) != Trie.NONE) {
                end = at + 1;
            }
        }
        return end;
    }

    private static boolean standsAlone(char[] text, int start, int end, int size) {
        boolean before = start > 0 && isWord(Character.codePointBefore(text, start));
        boolean behind = end < size && isWord(Character.codePointAt(text, end, size));
        return !before && !behind;
    }

    private static boolean isWord(int c) {
        return CharacterClass.is(c, CharacterClass.WORD);
    }

    private static int blanksBefore(char[] text, int start) {
        int at = start;
        while (at > 0 && CharacterClass.is(text[at - 1], CharacterClass.BLANK)) {
            at--;
        }
        return at;
    }

    private static int blanksBehind(char[] text, int end, int size) {
        int at = end;
        while (at < size && CharacterClass.is(text[at], CharacterClass.BLANK)) {
            at++;
        }
        return at;
    }
}
