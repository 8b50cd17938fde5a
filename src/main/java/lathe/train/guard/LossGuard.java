package lathe.train.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import lathe.run.Failure;
import lathe.run.RunContext;

/** Watches the losses of steps: one that stays exactly 0 ends the stage, one that does not move is told, once. */
public final class LossGuard {
    private static final int ZEROS = 20;
    private static final int FLAT = 100;
    private static final double SAME = 1e-7;

    private final String key;
    private final RunContext context;
    private final Deque<Double> last = new ArrayDeque<>();
    private int zeros;
    private boolean told;

    /**
     * A guard that has seen nothing.
     *
     * @param key of the stage in the recipe, as {@code train.0}
     */
    public LossGuard(String key, RunContext context) {
        this.key = key;
        this.context = context;
    }

    /**
     * A step is over.
     *
     * @param step counted from 1
     * @param rate its learning rate; a step of rate 0 says nothing
     */
    public void take(long step, double loss, double rate) throws Failure {
        zeros = loss == 0 ? zeros + 1 : 0;
        if (zeros == ZEROS) {
            throw Failure.badInput(
                    "The loss has been exactly 0 for " + ZEROS + " steps, the last being " + step
                            + ": nothing is left to learn, or nothing is learned",
                    key,
                    "end the stage here: lower steps to " + step,
                    "give it more data, or fewer epochs",
                    "set precision to bf16 or fp32 if it is fp16");
        }
        if (rate > 0) {
            last.addLast(loss);
        }
        if (last.size() > FLAT) {
            last.removeFirst();
            tellIfFlat(step);
        }
    }

    private void tellIfFlat(long step) {
        double lowest = last.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = last.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (!told && highest - lowest <= SAME * Math.abs(highest)) {
            told = true;
            context.warn(
                    "The loss has not moved in the " + FLAT + " steps before step " + step + ": it stays " + highest,
                    key + ".learning-rate",
                    "raise learning-rate",
                    "check that the stage's data is not one and the same row");
        }
    }
}
