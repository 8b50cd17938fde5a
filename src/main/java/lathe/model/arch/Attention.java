package lathe.model.arch;

import org.jspecify.annotations.Nullable;

/**
 * How tokens look at one another.
 *
 * @param heads of queries
 * @param kvHeads of keys and values; a divisor of heads (Ainslie et al. 2023)
 * @param headDim width of a head; heads · headDim need not be the width of the model
 * @param maps what makes queries, keys, values and the result
 * @param scores what becomes of products of queries and keys
 * @param rope how positions turn queries and keys; null where positions are rows of a learned table
 * @param window which layers see only near tokens
 */
public record Attention(
        int heads, int kvHeads, int headDim, Maps maps, Scores scores, @Nullable Rope rope, Window window) {

    /**
     * The linear maps.
     *
     * @param fused whether queries, keys and values come from one matrix
     * @param inputBias whether queries, keys and values have biases
     * @param outputBias whether the result has one
     * @param headNorms whether each head's queries and keys are normalised before they turn (Henry et al. 2020)
     */
    public record Maps(boolean fused, boolean inputBias, boolean outputBias, boolean headNorms) {
        /** Four matrices and nothing else. */
        public static Maps plain() {
            return new Maps(false, false, false, false);
        }
    }

    /**
     * What becomes of products.
     *
     * @param scale factor; 0 for 1 / sqrt(headDim)
     * @param cap bound c, by c · tanh(score / c); 0 for none
     */
    public record Scores(double scale, double cap) {
        /** Scaled by the width of a head. */
        public static Scores plain() {
            return new Scores(0, 0);
        }
    }

    /** Whether programs may go the shortest way: all layers alike and every product left as it is. */
    public boolean isPlain() {
        return window.isEverything() && scores.cap() == 0;
    }

    /** Outputs of the map that makes queries. */
    public int queryWidth() {
        return heads * headDim;
    }

    /** Outputs of the map that makes keys, and of that for values. */
    public int keyWidth() {
        return kvHeads * headDim;
    }
}
