package lathe.clean.perplexity;

/** Walks through the words of a line. */
interface WordCursor {

    /** Goes to the next word, and says whether there was one. */
    boolean next();

    /** The word's key, as {@link Keys#word} makes it. */
    long key();
}
