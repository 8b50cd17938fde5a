package lathe.recipe;

/** Which form punctuation gets. */
public enum PunctuationForm {
    /** That of the letters beside it. */
    AUTO,
    /** Full width. */
    CHINESE,
    /** Half width. */
    ASCII
}
