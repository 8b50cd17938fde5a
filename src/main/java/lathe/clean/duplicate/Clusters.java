package lathe.clean.duplicate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Duplicates;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Clusters of duplicates: the connected components of records that share a key and are the same. The keys of a band are
 * sorted, so that equal ones stand together; sorting goes through runs on the disk where memory does not suffice. Which
 * runs there were never shows: the result depends on the rows alone.
 */
public final class Clusters {
    private static final int FEWEST_KEYS = 16;
    private static final int MOST_PASSES = 2;
    private static final int STEP = 1 << 18;

    private final Duplicates rule;
    private final KeyRows rows;
    private final RunContext context;
    private final Components components;
    private final Bucket bucket;
    private final long total;
    private long done;
    private long lastKey;
    private boolean first;

    private Clusters(Duplicates rule, KeyRows rows, RunContext context) {
        this.rule = rule;
        this.rows = rows;
        this.context = context;
        components = new Components(rows.records());
        bucket = new Bucket(rule, rows, components);
        total = 2L * rows.records() * rule.keys();
    }

    /**
     * The cluster of each record: the number of its first record; a record alone is a cluster of its own.
     *
     * @param memoryBytes what sorting may take; 4 bytes a record come on top, and what the rows take. Small bounds cost
     *     time, nothing else
     * @param scratch a folder for runs; they are gone when this returns, however it ends
     * @throws RunCancelledException if the user stopped the run
     */
    public static int[] of(Duplicates rule, KeyRows rows, long memoryBytes, Path scratch, RunContext context)
            throws IOException, RunCancelledException {
        return new Clusters(rule, rows, context).find(memoryBytes, scratch);
    }

    private int[] find(long memoryBytes, Path scratch) throws IOException, RunCancelledException {
        long keysInMemory = memoryBytes / RunsFile.ENTRY;
        int together = together(keysInMemory);
        int capacity = capacity(keysInMemory, together);
        KeySort sort = new KeySort(capacity);
        for (int band = 0; band < rule.keys(); band += together) {
            try (RunsFile file = new RunsFile(scratch)) {
                pass(band, sorters(Math.min(together, rule.keys() - band), file, sort, capacity));
            }
        }
        return components.roots();
    }

    /**
     * Bands that are sorted in one pass over the rows: as many as fit into memory, if two passes are enough then; else
     * all, because writing runs of keys is cheaper than reading all rows once more.
     */
    private int together(long keysInMemory) {
        long fitting = keysInMemory / Math.max(1, rows.records()) - 2;
        boolean enough = fitting * MOST_PASSES >= rule.keys();
        return enough ? (int) Math.min(fitting, rule.keys()) : rule.keys();
    }

    /** The keys that each sorter holds; one part more is for sorting, one for reading runs. */
    private int capacity(long keysInMemory, int together) {
        long each = Math.max(FEWEST_KEYS, keysInMemory / (together + 2));
        return (int) Math.min(each, Math.max(1, rows.records()));
    }

    private static List<BandSorter> sorters(int count, RunsFile file, KeySort sort, int capacity) {
        List<BandSorter> sorters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sorters.add(new BandSorter(file, sort, capacity));
        }
        return sorters;
    }

    private void pass(int band, List<BandSorter> sorters) throws IOException, RunCancelledException {
        for (int record = 0; record < rows.records(); record++) {
            if (rows.isComparable(record)) {
                for (int i = 0; i < sorters.size(); i++) {
                    sorters.get(i).add(rows.get(record, band + i), record);
                }
            }
            tell(sorters.size());
        }
        for (BandSorter sorter : sorters) {
            first = true;
            sorter.drain(this::accept);
        }
    }

    private void accept(long key, int record) throws RunCancelledException {
        if (first || key != lastKey) {
            bucket.clear();
            first = false;
            lastKey = key;
        }
        bucket.add(record);
        tell(1);
    }

    private void tell(int keys) throws RunCancelledException {
        long before = done / STEP;
        done += keys;
        if (done / STEP != before) {
            context.checkCancelled();
            context.progress(done, total, "keys");
        }
    }
}
