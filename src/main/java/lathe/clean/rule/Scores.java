package lathe.clean.rule;

/** What a filter measured of one record. */
public interface Scores {

    /** The number in a column. */
    double get(int column);

    /** Scores that stand in an array from a place on. */
    static Scores in(double[] scores, int at) {
        return column -> scores[at + column];
    }
}
