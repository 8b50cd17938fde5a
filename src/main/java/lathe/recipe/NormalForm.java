package lathe.recipe;

/** A normal form of Unicode (UAX #15). */
public enum NormalForm {
    /** As it is. */
    NONE,
    /** Composed. */
    NFC,
    /** Taken apart. */
    NFD,
    /** Composed, compatible characters made one. */
    NFKC,
    /** Taken apart, compatible characters made one. */
    NFKD
}
