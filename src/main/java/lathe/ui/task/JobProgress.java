package lathe.ui.task;

import lathe.run.Event;

/**
 * How far a job is.
 *
 * @param step the step of the recipe it works on; empty before the first
 * @param phase what is being waited for
 * @param total of {@code unit}s; 0 where unknown
 * @param records that were made so far, where the unit is another
 */
public record JobProgress(String step, String phase, long done, long total, String unit, long records) {
    /** Nothing is known yet. */
    public static final JobProgress NONE = new JobProgress("", "", 0, 0, "", 0);

    /** How far it is after an event. */
    JobProgress after(Event event) {
        if (event instanceof Event.Phase next) {
            return new JobProgress(next.step(), next.phase(), 0, 0, "", 0);
        }
        if (event instanceof Event.Progress now) {
            boolean training = (phase.equals("first step") && now.done() > 1) || isGoingOnAfterPause(now);
            String named = training ? "training" : phase;
            return new JobProgress(step, named, now.done(), now.total(), now.unit(), now.records());
        }
        return this;
    }

    private boolean isGoingOnAfterPause(Event.Progress now) {
        return phase.equals("going on") && now.unit().equals("steps");
    }

    /** Whether the worker waits until its user lets it go on. */
    public boolean isPaused() {
        return phase.equals("paused");
    }

    /** The done share, or -1 where the total is unknown. */
    public double share() {
        return total > 0 ? Math.min(1.0, (double) done / total) : -1;
    }
}
