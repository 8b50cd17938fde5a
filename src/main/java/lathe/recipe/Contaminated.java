package lathe.recipe;

/** What becomes of a text that overlaps with a test set. */
public enum Contaminated {
    /** It goes. */
    DROP,
    /** The overlap goes, and what is around it. */
    CUT,
    /** It stays, and is told. */
    REPORT
}
