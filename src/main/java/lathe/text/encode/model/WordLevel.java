package lathe.text.encode.model;

import lathe.text.encode.Model;
import org.jspecify.annotations.Nullable;

/** Whole words; those that are not listed are unknown. */
public final class WordLevel implements Model {
    private final Vocabulary vocabulary;
    private final int unknown;
    private final Trie trie = new Trie();

    /** A model with the id of the token for the unknown. */
    public WordLevel(Vocabulary vocabulary, int unknown) {
        this.vocabulary = vocabulary;
        this.unknown = unknown;
        for (int id = 0; id < vocabulary.end(); id++) {
            String piece = vocabulary.piece(id);
            if (piece != null) {
                trie.put(piece, vocabulary.id(piece));
            }
        }
    }

    @Override
    public Session session() {
        return (text, start, end, tokens) -> {
            int id = trie.value(text, start, end);
            tokens.add(id == Trie.NONE ? unknown : id, start, end);
        };
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
}
