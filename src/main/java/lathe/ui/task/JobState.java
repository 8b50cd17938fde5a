package lathe.ui.task;

import lathe.pipeline.RunState;

/** How a job stands, as the window sees it. */
public enum JobState {
    /** There is no job. */
    IDLE,
    /** Its process is being started. */
    STARTING,
    RUNNING,
    /** It was asked to stop and has not ended yet. */
    STOPPING,
    DONE,
    CANCELLED,
    /** It ended with a failure that it reported. */
    FAILED,
    /** Its process is gone and said nothing. */
    CRASHED;

    /** Whether a process is at work, or about to be. */
    public boolean isActive() {
        return this == STARTING || this == RUNNING || this == STOPPING;
    }

    /** The state of a run whose process this window may not have started. */
    static JobState of(RunState run) {
        return switch (run) {
            case NEW -> IDLE;
            case RUNNING -> RUNNING;
            case DONE -> DONE;
            case CANCELLED -> CANCELLED;
            case FAILED -> FAILED;
            case CRASHED -> CRASHED;
        };
    }
}
