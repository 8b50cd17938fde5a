package lathe.tokenize.extend;

import lathe.tokenize.corpus.TextCutter;
import lathe.tokenize.train.ChainCutter;

/**
 * Cuts text as an existing tokenizer does, into pieces of its own alphabet. Where a sign for a space tells words apart,
 * no piece goes beyond one, as in SentencePiece's trainers.
 */
final class BaseCutter implements TextCutter {
    private static final char SPACE_SIGN = '\u2581';

    private final ChainCutter chain;

    BaseCutter(ChainCutter chain) {
        this.chain = chain;
    }

    /** Whether pieces are bytes, each written as a character. */
    boolean isByteLevel() {
        return chain.isByteLevel();
    }

    @Override
    public void cut(String text, Pieces pieces) {
        chain.cut(text, chain.isByteLevel() ? pieces : new Words(pieces));
    }

    /** Cuts once more, before each sign. */
    private record Words(Pieces pieces) implements Pieces {
        @Override
        public void piece(String text, int from, int to) {
            piece(text.toCharArray(), from, to);
        }

        @Override
        public void piece(char[] text, int from, int to) {
            int begin = from;
            for (int at = from + 1; at < to; at++) {
                if (text[at] == SPACE_SIGN) {
                    pieces.piece(text, begin, at);
                    begin = at;
                }
            }
            pieces.piece(text, begin, to);
        }
    }
}
