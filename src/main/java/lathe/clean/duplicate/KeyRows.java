package lathe.clean.duplicate;

/** What a duplicate rule measured of all records, in their order: a row of keys and signature numbers for each. */
public interface KeyRows {

    /** How many records there are. */
    int records();

    /** Whether a record can have duplicates at all; the numbers of one that cannot mean nothing. */
    boolean isComparable(int record);

    /** One number of a row. */
    long get(int record, int column);

    /** Copies a row. */
    void read(int record, long[] into);
}
