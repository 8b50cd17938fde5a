package lathe.train.guard;

import java.util.ArrayDeque;
import java.util.Deque;

/** Tokens per second over the last steps. Time between steps, as for an evaluation, does not count. */
public final class Pace {
    private static final int STEPS = 10;
    private static final double NANOS = 1e9;

    private final Deque<long[]> last = new ArrayDeque<>();

    /** A step is over. */
    public void add(long tokens, long nanos) {
        last.addLast(new long[] {tokens, nanos});
        if (last.size() > STEPS) {
            last.removeFirst();
        }
    }

    /** Tokens per second. */
    public double tokensPerSecond() {
        long tokens = last.stream().mapToLong(step -> step[0]).sum();
        long nanos = last.stream().mapToLong(step -> step[1]).sum();
        return nanos == 0 ? 0 : tokens * NANOS / nanos;
    }
}
