package lathe.clean.duplicate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lathe.recipe.Survivor;
import org.jspecify.annotations.Nullable;

/** Chooses which record of each cluster of duplicates stays. */
public final class Survivors {
    /** Where a cluster has no record that is still kept. */
    public static final int NONE = -1;

    private Survivors() {}

    /**
     * For each record the survivor of its cluster: itself where it survives, {@link #NONE} where no record of the
     * cluster is kept. Of equally good records the first survives.
     *
     * @param keep what decides
     * @param root the cluster of each record, as {@link Clusters} gives it
     * @param kept the records that may survive
     * @param length of each record, in characters; for {@code LONGEST}, and for {@code QUALITY} where quality is the
     *     same
     * @param source the place of each record's source in the list of the best ({@link #place}); for {@code SOURCE}
     * @param perplexity of each record, lower being better and NaN the worst; for {@code QUALITY}. Null makes the
     *     longest survive
     */
    public static int[] of(
            Survivor keep, int[] root, BitSet kept, long[] length, int[] source, double @Nullable [] perplexity) {
        int[] best = new int[root.length];
        Arrays.fill(best, NONE);
        Better better = better(keep, length, source, perplexity);
        for (int record = kept.nextSetBit(0);
                record >= 0 && record < root.length;
                record = kept.nextSetBit(record + 1)) {
            int cluster = root[record];
            if (best[cluster] == NONE || better.than(record, best[cluster])) {
                best[cluster] = record;
            }
        }
        int[] survivors = new int[root.length];
        Arrays.setAll(survivors, record -> best[root[record]]);
        return survivors;
    }

    /** The place of a source in a list of the best; behind the last for one that is not listed. */
    public static int place(List<String> sources, String source) {
        int place = sources.indexOf(source);
        return place < 0 ? sources.size() : place;
    }

    /** Whether a later record is better than an earlier one; not if it is as good. */
    @FunctionalInterface
    private interface Better {
        boolean than(int later, int earlier);
    }

    private static Better better(Survivor keep, long[] length, int[] source, double @Nullable [] perplexity) {
        Better longer = (later, earlier) -> length[later] > length[earlier];
        return switch (keep) {
            case FIRST -> (later, earlier) -> false;
            case LONGEST -> longer;
            case SOURCE -> (later, earlier) -> source[later] < source[earlier];
            case QUALITY -> perplexity == null ? longer : clearer(perplexity, longer);
        };
    }

    /** Double.compare puts NaN behind all numbers. */
    private static Better clearer(double[] perplexity, Better longer) {
        return (later, earlier) -> {
            int order = Double.compare(perplexity[later], perplexity[earlier]);
            return order < 0 || (order == 0 && longer.than(later, earlier));
        };
    }
}
