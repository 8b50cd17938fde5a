package lathe.clean.rule;

/** What a filter measured of all records. */
public interface Population {

    /** How many records there are. */
    int size();

    /** What was measured of one. */
    Scores of(int record);
}
