package lathe.text.encode.model;

import lathe.text.encode.Model;
import lathe.text.encode.Tokens;

/** A session that remembers the ids of short pieces, unless ranges are wanted, too. */
public abstract class WordSession implements Model.Session {
    private final WordCache cache = new WordCache();

    @Override
    public final void encode(char[] text, int start, int end, Tokens tokens) {
        if (tokens.spansWanted() || end - start > WordCache.LONGEST) {
            compute(text, start, end, tokens);
        } else {
            remembered(text, start, end, tokens);
        }
    }

    /** Adds the ids of a short piece, from memory if it is there. */
    protected final void remembered(char[] text, int start, int end, Tokens tokens) {
        int hash = WordCache.hash(text, start, end);
        if (!cache.get(text, start, end, hash, tokens.ids())) {
            int from = tokens.ids().size();
            compute(text, start, end, tokens);
            cache.put(text, start, end, hash, tokens.ids(), from);
        }
    }

    /** Whether a piece is short enough to be remembered. */
    protected static boolean isShort(int length) {
        return length <= WordCache.LONGEST;
    }

    /** Adds the tokens of a piece. */
    protected abstract void compute(char[] text, int start, int end, Tokens tokens);
}
