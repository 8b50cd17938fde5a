package lathe.tokenize.sentencepiece.model;

/**
 * A piece of a vocabulary.
 *
 * @param text with spaces written as U+2581
 * @param score natural logarithm of its probability for unigram; for BPE, what has more is merged first
 */
public record SpPiece(String text, float score, PieceKind kind) {
    /** The name of a byte's piece. */
    public static String nameOfByte(int value) {
        return String.format("<0x%02X>", value);
    }
}
