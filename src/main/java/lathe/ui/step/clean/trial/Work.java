package lathe.ui.step.clean.trial;

/**
 * What is done for the sample right now.
 *
 * @param records how many the sample will have, where it is measured
 */
public record Work(Kind kind, int records) {
    static final Work NONE = new Work(Kind.NONE, 0);

    /** Kinds of work. */
    public enum Kind {
        /** Nothing: what is shown belongs to the rules as they stand. */
        NONE,
        /** Bounds moved: what was measured is decided on anew. */
        DECIDING,
        /** Something else changed, or the sample grows: records are measured. */
        MEASURING
    }
}
