package lathe.evaluate;

/**
 * How likely a model finds a text.
 *
 * @param tokens tokens that were predicted: all after the first
 * @param nll sum of their negative log likelihoods, natural logarithm
 */
public record Score(long tokens, double nll) {
    /** Nothing predicted yet. */
    public static final Score NONE = new Score(0, 0);

    /** Both together. */
    public Score plus(Score other) {
        return new Score(tokens + other.tokens, nll + other.nll);
    }

    /** {@code exp(nll / tokens)}; 1 for no tokens. */
    public double perplexity() {
        return tokens == 0 ? 1 : Math.exp(nll / tokens);
    }
}
