package lathe.clean.engine;

/** Everything that was measured of all records, in memory or on the disk. Safe for several threads. */
public interface Measurements {

    /** How many records there are. */
    int size();

    /** A number that a filter measured. */
    double score(int record, int column);

    /**
     * A number of the row of keys of a duplicate rule.
     *
     * @param rule its number among the duplicate rules
     * @param column 0 says whether the record can have duplicates (1) or not (0); then keys, then signature
     */
    long key(int rule, int record, int column);

    /** What was edited in a record. */
    EditScript edits(int record);
}
