package lathe.tokenize.train;

/** Cuts a text into the pieces that are counted: what will be the normalizer and pre-tokenizer of the tokenizer. */
@FunctionalInterface
public interface TextCutter {
    /** Takes pieces as ranges of a string or of chars, which need not be the text. */
    interface Pieces {
        void piece(String text, int from, int to);

        void piece(char[] text, int from, int to);
    }

    /** Cuts a text. Safe for several threads. */
    void cut(String text, Pieces pieces);
}
