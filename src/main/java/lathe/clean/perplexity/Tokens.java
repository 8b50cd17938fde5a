package lathe.clean.perplexity;

import lathe.text.Scripts;

/**
 * Walks through a line as KenLM does: words are what stands between blanks. Only where a word is unknown and has
 * characters of scripts without spaces, as raw Chinese has, each of these is a word and so is each stretch between
 * them. Used by one thread.
 */
final class Tokens implements WordCursor {
    private final CharSequence text;
    private final int end;
    private final Vocabulary vocabulary;
    private int from;
    private int to;
    /** Where the pieces of an unknown word end; not beyond {@link #to} where a word is whole. */
    private int piecesEnd;

    private long key;

    /** A stretch of a text, at the beginning. */
    Tokens(CharSequence text, int from, int end, Vocabulary vocabulary) {
        this.text = text;
        this.to = from;
        this.end = end;
        this.vocabulary = vocabulary;
    }

    @Override
    public boolean next() {
        while (to < end && isBlank(text.charAt(to))) {
            to++;
        }
        from = to;
        if (to == end) {
            return false;
        }
        if (to < piecesEnd) {
            piece();
            return true;
        }
        while (to < end && !isBlank(text.charAt(to))) {
            to++;
        }
        key = Keys.word(text, from, to);
        if (vocabulary.find(key) == Vocabulary.UNKNOWN && hasUnspaced()) {
            piecesEnd = to;
            piece();
        }
        return true;
    }

    @Override
    public long key() {
        return key;
    }

    private void piece() {
        to = from;
        boolean alone = Scripts.isUnspaced(Character.codePointAt(text, to));
        do {
            to += Character.charCount(Character.codePointAt(text, to));
        } while (!alone && to < piecesEnd && !Scripts.isUnspaced(Character.codePointAt(text, to)));
        key = Keys.word(text, from, to);
    }

    private boolean hasUnspaced() {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 0x0E00 && Scripts.isUnspaced(Character.codePointAt(text, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
    }
}
