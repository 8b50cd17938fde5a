package lathe.recipe;

/** What a share is of. */
public enum Per {
    /** Of the characters. */
    CHARACTERS,
    /** To a word. */
    WORDS
}
