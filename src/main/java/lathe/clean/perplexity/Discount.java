package lathe.clean.perplexity;

/**
 * What modified Kneser-Ney smoothing takes from counts of one, of two, and of three and more.
 *
 * @see <a href="https://dash.harvard.edu/handle/1/25104739">Chen and Goodman, An Empirical Study of Smoothing
 *     Techniques for Language Modeling, 1998, equation 26</a>
 */
record Discount(double one, double two, double more) {
    /** Where there is too little text to estimate them, as KenLM has it. */
    static final Discount FALLBACK = new Discount(0.5, 1, 1.5);

    /**
     * Estimates them.
     *
     * @param sequences how many sequences have a count of 1, 2, 3 and 4, from index 1 on
     */
    static Discount of(long[] sequences) {
        if (sequences[1] == 0 || sequences[2] == 0 || sequences[3] == 0) {
            return FALLBACK;
        }
        double y = sequences[1] / (sequences[1] + 2.0 * sequences[2]);
        double one = 1 - 2 * y * sequences[2] / sequences[1];
        double two = 2 - 3 * y * sequences[3] / sequences[2];
        double more = 3 - 4 * y * sequences[4] / sequences[3];
        return one < 0 || two < 0 || more < 0 ? FALLBACK : new Discount(one, two, more);
    }

    /** What is taken from a count. */
    double of(int count) {
        return switch (count) {
            case 0 -> 0;
            case 1 -> one;
            case 2 -> two;
            default -> more;
        };
    }
}
