package lathe.ui.step.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import lathe.run.StepMetrics;

/**
 * How fast a stage goes now: from the last steps since it was started or resumed, so that a resumed run does not
 * promise the pace of steps it never made.
 */
final class Pace {
    private static final int WINDOW = 50;

    private final Deque<StepMetrics> recent = new ArrayDeque<>();

    /** One more step; a new stage begins anew. */
    void add(StepMetrics step) {
        if (!recent.isEmpty() && recent.getLast().stage() != step.stage()) {
            recent.clear();
        }
        recent.addLast(step);
        if (recent.size() > WINDOW) {
            recent.removeFirst();
        }
    }

    /** The run was resumed: what was before says nothing about now. */
    void restart() {
        recent.clear();
    }

    /** Seconds until a step of the stage, where two steps are known. */
    OptionalDouble secondsUntil(long lastStep) {
        if (recent.size() < 2) {
            return OptionalDouble.empty();
        }
        StepMetrics from = recent.getFirst();
        StepMetrics to = recent.getLast();
        double each = (to.time() - from.time()) / (to.step() - from.step());
        return to.step() > from.step()
                ? OptionalDouble.of(Math.max(0, lastStep - to.step()) * each)
                : OptionalDouble.empty();
    }
}
