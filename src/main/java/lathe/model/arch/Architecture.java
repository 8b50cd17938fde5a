package lathe.model.arch;

/**
 * What a decoder is made of. Its tensors, their names, and the text of its programs follow from this alone.
 *
 * @param hiddenSize width of the stream that runs through all layers
 * @param maxPositions longest text in tokens
 */
public record Architecture(
        int vocabSize,
        int hiddenSize,
        int layers,
        int maxPositions,
        Attention attention,
        FeedForward feedForward,
        Norm norm,
        Embedding embedding,
        Naming naming) {

    /** The same with another number of tokens. */
    public Architecture withVocabSize(int tokens) {
        return new Architecture(
                tokens, hiddenSize, layers, maxPositions, attention, feedForward, norm, embedding, naming);
    }

    /** Whether positions are rows of a learned table. */
    public boolean learnsPositions() {
        return attention.rope() == null;
    }
}
