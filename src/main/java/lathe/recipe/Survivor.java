package lathe.recipe;

/** Which record of a cluster of duplicates stays. */
public enum Survivor {
    /** The first. */
    FIRST,
    /** The longest, and of these the first. */
    LONGEST,
    /** Of the source that is listed first. */
    SOURCE,
    /** The one with the best perplexity, else the longest. */
    QUALITY
}
