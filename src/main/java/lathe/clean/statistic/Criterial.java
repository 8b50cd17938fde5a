package lathe.clean.statistic;

import java.util.List;
import java.util.function.ToIntFunction;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import org.jspecify.annotations.Nullable;

/**
 * A filter of several numbers, each with bounds of its own.
 *
 * @param columns the names of the numbers
 * @param measure computes them
 * @param criteria bounds, one set for each kind of text
 * @param which the set that holds for a record, from its scores
 */
record Criterial(List<String> columns, Measure measure, List<Criteria> criteria, ToIntFunction<Scores> which)
        implements Filter {

    /** Computes the columns of a record. */
    @FunctionalInterface
    interface Measure {
        void score(View view, double[] scores, int at);
    }

    /** A filter whose bounds are the same for all texts. */
    Criterial(List<String> columns, Measure measure, Criteria criteria) {
        this(columns, measure, List.of(criteria), scores -> 0);
    }

    @Override
    public void score(View view, double[] scores, int at) {
        measure.score(view, scores, at);
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        return criteria.get(which.applyAsInt(scores)).broken(scores);
    }
}
