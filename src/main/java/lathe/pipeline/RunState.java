package lathe.pipeline;

/** How a run stands, as its folder tells. */
public enum RunState {
    /** Nothing has happened yet. */
    NEW,
    /** A live process owns it. */
    RUNNING,
    /** It is complete. */
    DONE,
    /** It was stopped on request. */
    CANCELLED,
    /** It ended with a failure that it could still report. */
    FAILED,
    /** It ended without a word: its process was killed, or died in native code. */
    CRASHED;

    /** Whether it can go on from a checkpoint. */
    public boolean canResume() {
        return this == CANCELLED || this == FAILED || this == CRASHED;
    }
}
