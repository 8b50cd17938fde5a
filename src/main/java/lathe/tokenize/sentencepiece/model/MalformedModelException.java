package lathe.tokenize.sentencepiece.model;

/** Bytes that are no SentencePiece model. */
final class MalformedModelException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param at byte of the part that was read, or 0
     */
    MalformedModelException(String what, int at) {
        super(at == 0 ? what : what + ", at byte " + at);
    }
}
