package lathe.train.guard;

import java.util.Locale;
import lathe.recipe.GuardSettings;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * Knows the best evaluation, and ends a stage whose evaluations no longer get better, as transformers' callback does.
 */
public final class EarlyStopping {
    private final GuardSettings settings;
    private @Nullable Best best;
    private int worse;

    /**
     * The lowest loss on held-out data.
     *
     * @param step after which it was measured, 0 before the first
     */
    public record Best(long step, double loss) {}

    /**
     * A guard as it stands.
     *
     * @param best null before the first evaluation
     * @param worse evaluations since then
     */
    public EarlyStopping(GuardSettings settings, @Nullable Best best, int worse) {
        this.settings = settings;
        this.best = best;
        this.worse = worse;
    }

    /** An evaluation is over; returns whether it is the best so far. One that is not finite never is. */
    public boolean take(long step, double loss) {
        Best before = best;
        if (!Double.isFinite(loss)) {
            worse++;
            return false;
        }
        if (before == null || loss < before.loss() - settings.earlyStoppingThreshold()) {
            best = new Best(step, loss);
            worse = 0;
            return true;
        }
        worse++;
        return false;
    }

    /** Whether too many evaluations in a row were no better. */
    public boolean isOver() {
        return settings.earlyStoppingPatience() > 0 && worse >= settings.earlyStoppingPatience();
    }

    /** Says that the stage ended early, and why. */
    public void tell(long step, long steps, String key, RunContext context) {
        Best lowest = best;
        if (lowest != null) {
            context.warn(
                    String.format(
                            Locale.ROOT,
                            "The stage ended early, at step %d of %d: the evaluation loss has not been lower than %.4f since step %d",
                            step,
                            steps,
                            lowest.loss(),
                            lowest.step()),
                    key,
                    "raise guards.early-stopping-patience to wait longer",
                    "lower learning-rate, or give it more data");
        }
    }

    /** The best evaluation; null before the first. */
    public @Nullable Best best() {
        return best;
    }

    /** Evaluations since the best one. */
    public int worse() {
        return worse;
    }
}
