package lathe.text.encode.model;

import lathe.text.encode.Model;
import lathe.text.encode.Runs;
import lathe.text.encode.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The longest piece that fits, again and again (Schuster &amp; Nakajima 2012); a word that does not work out is
 * unknown.
 */
public final class WordPiece implements Model {
    private final Vocabulary vocabulary;
    private final int unknown;
    private final int mostCharacters;
    private final Trie trie = new Trie();
    private final int inside;

    /**
     * A model.
     *
     * @param unknown id of the token for the unknown
     * @param prefix what is written before pieces inside a word
     * @param mostCharacters longest word that is cut; longer ones are unknown
     */
    public WordPiece(Vocabulary vocabulary, int unknown, String prefix, int mostCharacters) {
        this.vocabulary = vocabulary;
        this.unknown = unknown;
        this.mostCharacters = mostCharacters;
        for (int id = 0; id < vocabulary.end(); id++) {
            String piece = vocabulary.piece(id);
            if (piece != null) {
                trie.put(piece, vocabulary.id(piece));
            }
        }
        int node = 0;
        for (int i = 0; i < prefix.length() && node != Trie.NONE; i++) {
            node = trie.next(node, prefix.charAt(i));
        }
        inside = node;
    }

    @Override
    public Session session() {
        return new Greedy();
    }

    @Override
    public int id(String piece) {
        return vocabulary.id(piece);
    }

    @Override
    public @Nullable String piece(int id) {
        return vocabulary.piece(id);
    }

    @Override
    public int size() {
        return vocabulary.size();
    }

    @Override
    public int unknown() {
        return unknown;
    }

    private final class Greedy extends WordSession {
        private int[] ids = new int[64];
        private int[] ends = new int[64];

        @Override
        protected void compute(char[] text, int start, int end, Tokens tokens) {
            int count =
                    end - start > mostCharacters && Character.codePointCount(text, start, end - start) > mostCharacters
                            ? 0
                            : pieces(text, start, end);
            if (count == 0) {
                tokens.add(unknown, start, end);
                return;
            }
            for (int i = 0; i < count; i++) {
                tokens.add(ids[i], i == 0 ? start : ends[i - 1], ends[i]);
            }
        }

        /** Number of pieces of a word, 0 if some of it fits none. */
        private int pieces(char[] text, int start, int end) {
            if (ids.length < end - start) {
                ids = new int[end - start];
                ends = new int[end - start];
            }
            int count = 0;
            for (int at = start; at < end; at = ends[count++]) {
                if (!longest(text, at, end, at == start ? 0 : inside, count)) {
                    return 0;
                }
            }
            return count;
        }

        private boolean longest(char[] text, int at, int end, int root, int count) {
            boolean found = false;
            int node = root;
            for (int i = at; i < end && node != Trie.NONE; i++) {
                node = trie.next(node, text[i]);
                int id = node == Trie.NONE ? Trie.NONE : trie.value(node);
                if (id != Trie.NONE && i + 1 >= at + Runs.width(text, at, end)) {
                    ids[count] = id;
                    ends[count] = i + 1;
                    found = true;
                }
            }
            return found;
        }
    }
}
