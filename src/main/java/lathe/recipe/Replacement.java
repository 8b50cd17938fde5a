package lathe.recipe;

/** What is put in place of personal information. */
public enum Replacement {
    /** A tag that tells the kind. */
    TAG,
    /** Asterisks. */
    MASK,
    /** Something of the same form, the same for the same original. */
    SURROGATE
}
