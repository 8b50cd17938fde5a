package lathe.clean.statistic;

/** Shares of a whole that may be empty. */
final class Shares {
    private Shares() {}

    /** A part of a whole; 0 of nothing. */
    static double of(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
