package lathe.evaluate;

import lathe.model.text.TokenScores;

/**
 * How likely a model finds a text.
 *
 * @param tokens tokens that were predicted: all after the first
 * @param nll sum of their negative log likelihoods, natural logarithm
 * @param hits how many of them the model finds the likeliest
 */
public record Score(long tokens, double nll, long hits) {
    /** Nothing predicted yet. */
    public static final Score NONE = new Score(0, 0, 0);

    /** What tokens add up to. */
    static Score of(TokenScores scores) {
        return of(scores, 0, scores.likelihoods().length);
    }

    /** What the tokens from one index to before another add up to. */
    static Score of(TokenScores scores, int from, int to) {
        double nll = 0;
        long hits = 0;
        for (int i = from; i < to; i++) {
            nll += scores.likelihoods()[i];
            hits += scores.likeliest()[i] ? 1 : 0;
        }
        return new Score(to - from, nll, hits);
    }

    /** Both together. */
    public Score plus(Score other) {
        return new Score(tokens + other.tokens, nll + other.nll, hits + other.hits);
    }

    /** Mean negative log likelihood of a token; 0 for no tokens. */
    public double loss() {
        return tokens == 0 ? 0 : nll / tokens;
    }

    /** {@code exp(nll / tokens)}; 1 for no tokens. */
    public double perplexity() {
        return Math.exp(loss());
    }

    /** Share of tokens that the model finds the likeliest; 0 for no tokens. */
    public double tokenAccuracy() {
        return tokens == 0 ? 0 : (double) hits / tokens;
    }
}
