package lathe.clean.privacy;

/** Finds one kind of personal information. Safe for several threads. */
@FunctionalInterface
interface Detector {

    /** Takes what was found, as a stretch of the text. */
    @FunctionalInterface
    interface Sink {
        void found(int from, int to);
    }

    /** Finds in the whole text, in any order; findings may overlap. */
    void find(String text, Sink sink);
}
