package lathe.clean.duplicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import lathe.run.RunCancelledException;

/** The keys of one band with their records, sorted in memory as far as they fit there, and through runs beyond. */
final class BandSorter {
    private static final int LEAST_BUFFERED = 64;
    private static final int MOST_BUFFERED = 1 << 16;

    private final RunsFile file;
    private final KeySort sort;
    private final long[] keys;
    private final int[] records;
    private final List<RunsFile.Run> runs = new ArrayList<>();
    private int size;

    /** Takes sorted entries. */
    @FunctionalInterface
    interface Sink {
        void accept(long key, int record) throws IOException, RunCancelledException;
    }

    /** A sorter of a band that holds so many keys in memory. */
    BandSorter(RunsFile file, KeySort sort, int capacity) {
        this.file = file;
        this.sort = sort;
        keys = new long[capacity];
        records = new int[capacity];
    }

    /** Adds a key; records must come in their order. */
    void add(long key, int record) throws IOException {
        if (size == keys.length) {
            spill();
        }
        keys[size] = key;
        records[size++] = record;
    }

    /** Hands on all keys in order, equal ones by record, and forgets them. */
    void drain(Sink sink) throws IOException, RunCancelledException {
        if (runs.isEmpty()) {
            sort.sort(keys, records, size);
            for (int i = 0; i < size; i++) {
                sink.accept(keys[i], records[i]);
            }
        } else {
            spill();
            merge(sink);
        }
        runs.clear();
        size = 0;
    }

    private void spill() throws IOException {
        sort.sort(keys, records, size);
        runs.add(file.write(keys, records, size));
        size = 0;
    }

    private void merge(Sink sink) throws IOException, RunCancelledException {
        PriorityQueue<RunReader> heads = new PriorityQueue<>();
        int share = keys.length / runs.size();
        int buffered = Math.max(LEAST_BUFFERED, Math.min(MOST_BUFFERED, share));
        for (RunsFile.Run run : runs) {
            push(heads, new RunReader(file, run, buffered));
        }
        while (!heads.isEmpty()) {
            RunReader first = heads.remove();
            sink.accept(first.key(), first.record());
            push(heads, first);
        }
    }

    private static void push(PriorityQueue<RunReader> heads, RunReader reader) throws IOException {
        if (reader.next()) {
            heads.add(reader);
        }
    }
}
