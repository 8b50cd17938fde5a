package lathe.ui.step.clean.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.clean.engine.Measurements;

/** The records of a sample in the order of one number. Immutable. */
public final class Distribution {
    private final double[] values;
    private final int[] records;
    private final int missing;

    private Distribution(double[] values, int[] records, int missing) {
        this.values = values;
        this.records = records;
        this.missing = missing;
    }

    /** Orders a column. */
    public static Distribution of(Measurements measured, int column) {
        long[] keys = new long[measured.size()];
        double[] byRecord = new double[keys.length];
        int count = 0;
        for (int record = 0; record < keys.length; record++) {
            double value = measured.score(record, column);
            byRecord[record] = value;
            if (Double.isFinite(value)) {
                keys[count++] = record;
            }
        }
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        Arrays.sort(order, java.util.Comparator.comparingDouble(record -> byRecord[record]));
        double[] values = new double[count];
        int[] records = new int[count];
        for (int i = 0; i < count; i++) {
            records[i] = order[i];
            values[i] = byRecord[records[i]];
        }
        return new Distribution(values, records, keys.length - count);
    }

    /** How many records have the number. */
    public int size() {
        return values.length;
    }

    /** How many records do not have it. */
    public int missing() {
        return missing;
    }

    /** The number at a rank, from the smallest. */
    public double value(int rank) {
        return values[rank];
    }

    /** The record at a rank. */
    public int record(int rank) {
        return records[rank];
    }

    /** How many numbers are below a bound. */
    public int below(double bound) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many numbers are above a bound. */
    public int above(double bound) {
        return values.length - below(Math.nextUp(bound));
    }

    /**
     * The ranks beside a bound, nearest first.
     *
     * @param upper whether it is an upper bound
     * @param inside the side that stays, or the one that goes
     * @param most how many
     */
    public List<Integer> beside(double bound, boolean upper, boolean inside, int most) {
        int border = upper ? values.length - above(bound) : below(bound);
        boolean upwards = upper != inside;
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int rank = upwards ? border + i : border - 1 - i;
            if (rank >= 0 && rank < values.length) {
                ranks.add(rank);
            }
        }
        return ranks;
    }
}
