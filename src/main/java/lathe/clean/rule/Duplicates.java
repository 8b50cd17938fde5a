package lathe.clean.rule;

import java.util.List;
import lathe.recipe.Survivor;

/**
 * A rule that finds records that are the same. Of each record it makes a fixed number of keys; records that share one
 * are candidates, and are the same if {@link #same} agrees. Sameness is passed on: clusters are connected components.
 * Safe for several threads.
 */
public interface Duplicates {

    /** Keys of a record: 1 for exact copies, the bands of a signature. */
    int keys();

    /** Numbers kept of a record beside its keys, to compare it with candidates; 0 where keys decide. */
    int signature();

    /**
     * Measures a record.
     *
     * @param out receives {@link #keys} keys, then {@link #signature} numbers
     * @return whether it can have duplicates; a text too short to be compared stays by itself
     */
    boolean measure(View view, long[] out);

    /**
     * Whether two records that share a key are the same. The arrays hold what {@link #measure} gave, from a place on.
     */
    default boolean same(long[] left, int leftAt, long[] right, int rightAt) {
        return true;
    }

    /** Which record of a cluster stays. */
    Survivor keep();

    /** Sources, best first, where the source decides. */
    List<String> sources();
}
