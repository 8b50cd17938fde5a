package lathe.run;

import java.util.List;

/**
 * What a running step may ask of its surroundings: whether to stop, and where to report.
 *
 * <p>A step calls {@link #checkCancelled} once per document, batch or optimizer step; nothing else cancels it.
 * Implementations are safe to call from several threads.
 */
public interface RunContext {

    /** What the user asked for. Cheap enough to call per document. */
    StopRequest stopRequest();

    /** Tells whoever watches. */
    void emit(Event event);

    /** Throws if the user asked to stop. */
    default void checkCancelled() throws RunCancelledException {
        if (stopRequest() != StopRequest.NONE) {
            throw new RunCancelledException();
        }
    }

    /** Waits while the user has the run paused, until it goes on or is asked to stop. */
    default void waitWhilePaused() throws RunCancelledException {
        // a context without a user never pauses
    }

    /** Names what a user waits for now: reading, tokenizing, loading model, first step… */
    default void phase(String step, String phase) {
        emit(new Event.Phase(step, phase));
    }

    /** Reports work done out of a total, in the step's own unit. A total of 0 is unknown. */
    default void progress(long done, long total, String unit) {
        progress(done, total, unit, 0);
    }

    /** The same, with the records that were made so far. */
    default void progress(long done, long total, String unit, long records) {
        emit(new Event.Progress(done, total, unit, records));
    }

    /** Says something the user should know and the step can live with. */
    default void warn(String what, String where, String... mend) {
        emit(new Event.Warning(what, where, List.of(mend)));
    }

    /** A context that never stops and tells nobody. */
    static RunContext quiet() {
        return new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return StopRequest.NONE;
            }

            @Override
            public void emit(Event event) {
                // quiet
            }
        };
    }
}
