package lathe.clean.statistic;

import java.util.function.ToDoubleFunction;
import lathe.clean.rule.Bounds;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import org.jspecify.annotations.Nullable;

/** A filter of one number between two bounds. */
record Measured(ToDoubleFunction<View> measure, Bounds bounds) implements Filter {

    static Measured of(ToDoubleFunction<View> measure, @Nullable Number min, @Nullable Number max) {
        return new Measured(measure, bounds(min, max));
    }

    static Bounds bounds(@Nullable Number min, @Nullable Number max) {
        return new Bounds(min == null ? null : min.doubleValue(), max == null ? null : max.doubleValue());
    }

    @Override
    public void score(View view, double[] scores, int at) {
        scores[at] = measure.applyAsDouble(view);
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        return bounds.broken(scores.get(0));
    }
}
