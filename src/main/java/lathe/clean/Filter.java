package lathe.clean;

import lathe.data.Document;
import org.jspecify.annotations.Nullable;

/**
 * A rule that looks at one record at a time. Measuring and deciding are apart: scores can be kept, and bounds moved
 * without measuring again. Safe for several threads.
 *
 * @param <S> what it measures: a number, or a record of several; written as JSON to the scores file
 */
interface Filter<S> {

    /** Measures a record, whatever the bounds are. */
    S score(Document document);

    /** The bound that a score breaks, or null. */
    @Nullable
    Broken decide(S score);

    /** Measures and decides. */
    default Scored judge(Document document) {
        S score = score(document);
        return new Scored(score, decide(score));
    }

    /** A score and what the bounds say to it. */
    record Scored(Object score, @Nullable Broken broken) {}
}
