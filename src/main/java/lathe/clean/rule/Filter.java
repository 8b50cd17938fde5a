package lathe.clean.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that measures one record at a time. Measuring and deciding are apart: what was measured is stored as columns
 * of numbers, so that bounds can be moved without measuring again. Safe for several threads.
 */
public interface Filter {

    /** A column that only says which of a rule's bounds hold for the record's script: no measure that people read. */
    String SCRIPT = "script";

    /** The columns of a rule that measures one number. */
    List<String> ONE = List.of("");

    /** The names of what it measures; {@link #ONE} for a single number. Independent of its bounds. */
    default List<String> columns() {
        return ONE;
    }

    /**
     * Measures a record, whatever the bounds are.
     *
     * @param scores receives a number for each column, from {@code at} on; NaN where there is nothing to measure
     */
    void score(View view, double[] scores, int at);

    /** The bound that a record breaks, or null. */
    @Nullable
    Broken decide(Scores scores);

    /** Looks at all records before the first is decided on, for bounds that depend on them, such as percentiles. */
    default void prepare(Population all) {}

    /** What stands in a scores file: the number, or an object of all columns. */
    default Object json(Scores scores) {
        return ScoreJson.of(columns(), scores);
    }
}
