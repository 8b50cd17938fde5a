package lathe.tokenize.sentencepiece.unigram;

/** The derivative of the logarithm of the gamma function, by its asymptotic series at x - 1/2. */
final class Digamma {
    private static final double LARGE = 7;

    private Digamma() {}

    static double of(double x) {
        double result = 0;
        double at = x;
        for (; at < LARGE; at++) {
            result -= 1 / at;
        }
        double inverse = 1 / (at - 0.5);
        double square = inverse * inverse;
        double fourth = square * square;
        return result
                + Math.log(at - 0.5)
                + square / 24
                - 7 * fourth / 960
                + 31 * fourth * square / 8064
                - 127 * fourth * fourth / 30720;
    }
}
