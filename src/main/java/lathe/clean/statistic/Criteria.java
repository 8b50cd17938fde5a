package lathe.clean.statistic;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Bounds;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Scores;
import org.jspecify.annotations.Nullable;

/** Bounds of the columns of a filter, in the order in which they are looked at. */
final class Criteria {
    private final List<String> columns;
    private final List<Bounds> bounds = new ArrayList<>();

    /** Criteria for the first of these columns; each call of {@link #and} is for the next. */
    Criteria(List<String> columns) {
        this.columns = columns;
    }

    Criteria and(@Nullable Number min, @Nullable Number max) {
        bounds.add(Measured.bounds(min, max));
        return this;
    }

    Criteria atLeast(@Nullable Number min) {
        return and(min, null);
    }

    Criteria atMost(@Nullable Number max) {
        return and(null, max);
    }

    /** The first bound that is broken, with the name of its column. */
    @Nullable
    Broken broken(Scores scores) {
        for (int column = 0; column < bounds.size(); column++) {
            Broken broken = bounds.get(column).broken(scores.get(column));
            if (broken != null) {
                return new Broken(broken.value(), columns.get(column) + " " + broken.bound());
            }
        }
        return null;
    }
}
