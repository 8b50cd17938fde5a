package lathe.tokenize.sentencepiece.unigram;

/**
 * Pieces in the form in which text is cut: a trie and probabilities.
 *
 * <p>A character that is no piece costs 10 more than the rarest piece. As in SentencePiece's trainer, it then counts as
 * the first piece.
 */
final class Model {
    private static final float UNKNOWN_PENALTY = 10;

    private final Pieces pieces;
    private final PieceTrie trie;
    private final double[] probability;
    private float unknownScore;

    Model(Pieces pieces, PieceTrie trie) {
        this.pieces = pieces;
        this.trie = trie;
        probability = new double[pieces.size()];
        refresh();
    }

    /** Takes the scores as they are now. */
    void refresh() {
        float smallest = Float.MAX_VALUE;
        for (int piece = 0; piece < probability.length; piece++) {
            float score = pieces.score(piece);
            probability[piece] = Math.exp(score);
            if (score > Float.NEGATIVE_INFINITY) {
                smallest = Math.min(smallest, score);
            }
        }
        unknownScore = smallest - UNKNOWN_PENALTY;
    }

    /** Takes a piece away; its number stays. */
    void remove(int piece) {
        trie.remove(piece);
        pieces.score(piece, Float.NEGATIVE_INFINITY);
    }

    boolean has(int piece) {
        return pieces.score(piece) > Float.NEGATIVE_INFINITY;
    }

    Pieces pieces() {
        return pieces;
    }

    PieceTrie trie() {
        return trie;
    }

    double probability(int piece) {
        return piece == Lattice.UNKNOWN ? Math.exp(unknownScore) : probability[piece];
    }

    float score(int piece) {
        return piece == Lattice.UNKNOWN ? unknownScore : pieces.score(piece);
    }
}
