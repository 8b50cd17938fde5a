package lathe.model.arch;

/**
 * How tokens come in and go out.
 *
 * @param tied whether one table reads and writes tokens
 * @param scale factor on what is read, rounded to the type of the arithmetic; 1 for none
 * @param scoreCap bound c of the scores, by c · tanh(score / c); 0 for none
 */
public record Embedding(boolean tied, double scale, double scoreCap) {

    /** A table without scale and cap. */
    public static Embedding plain(boolean tied) {
        return new Embedding(tied, 1, 0);
    }

    /** The same table with other numbers around it. */
    public Embedding with(double newScale, double newCap) {
        return new Embedding(tied, newScale, newCap);
    }
}
