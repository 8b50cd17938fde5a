package lathe.run;

/** Whether the user asked a run to end, and what is to become of what it holds in memory. */
public enum StopRequest {
    /** Go on. */
    NONE,
    /** End at the next safe point and keep a checkpoint to resume from. */
    SAVE,
    /** End at the next safe point; what was not yet saved is given up. */
    DISCARD
}
