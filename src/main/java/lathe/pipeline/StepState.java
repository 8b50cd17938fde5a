package lathe.pipeline;

/** How a shared step's result stands to a recipe. */
public enum StepState {
    /** There is a result for exactly this recipe and these sources. */
    DONE,
    /** There is a result, but of other settings or sources. */
    STALE,
    /** There is none. */
    MISSING
}
