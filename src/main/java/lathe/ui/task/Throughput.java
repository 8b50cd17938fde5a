package lathe.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a job goes, from what was heard of it in the last seconds. */
public final class Throughput {
    private static final long WINDOW_NANOS = 6_000_000_000L;
    /** Events of the past come all at once: of those only the last one says anything about time. */
    private static final long AT_ONCE_NANOS = 50_000_000L;

    private static final double LEAST_SECONDS = 0.3;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done, long records) {}

    /** Takes note of how far a job is. */
    public void take(JobProgress progress, long nanos) {
        if (!samples.isEmpty() && progress.done() < samples.getLast().done()) {
            samples.clear();
        }
        if (progress.done() == 0 && progress.total() == 0) {
            return;
        }
        if (!samples.isEmpty() && progress.done() == samples.getLast().done()) {
            return;
        }
        if (!samples.isEmpty() && nanos - samples.getLast().nanos() < AT_ONCE_NANOS) {
            nanos = samples.removeLast().nanos();
        }
        samples.add(new Sample(nanos, progress.done(), progress.records()));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** Whether enough was heard for the figures below to mean something. */
    public boolean isKnown() {
        return samples.size() > 1 && seconds() >= LEAST_SECONDS;
    }

    /** The job's own units a second. */
    public double perSecond() {
        return isKnown() ? (samples.getLast().done() - samples.getFirst().done()) / seconds() : 0;
    }

    /** Records a second. */
    public double recordsPerSecond() {
        return isKnown() ? (samples.getLast().records() - samples.getFirst().records()) / seconds() : 0;
    }

    /** Time to go; not a number as long as nobody can tell. */
    public double secondsLeft(long total) {
        return perSecond() > 0 ? (total - samples.getLast().done()) / perSecond() : Double.NaN;
    }

    private double seconds() {
        return (samples.getLast().nanos() - samples.getFirst().nanos()) / 1e9;
    }
}
