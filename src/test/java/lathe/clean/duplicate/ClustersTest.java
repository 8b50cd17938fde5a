package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.recipe.Survivor;
import lathe.run.Event;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersTest {
    @TempDir
    Path scratch;

    /** Keys and a number by which records are the same if it differs by at most one; -1 for no comparison. */
    private record Near(int keys, int signature) implements Duplicates {
        @Override
        public boolean measure(View view, long[] out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean same(long[] left, int leftAt, long[] right, int rightAt) {
            return signature == 0 || Math.abs(left[leftAt + keys] - right[rightAt + keys]) <= 1;
        }

        @Override
        public Survivor keep() {
            return Survivor.FIRST;
        }

        @Override
        public List<String> sources() {
            return List.of();
        }
    }

    @Test
    void clustersAreWhatComparingAllPairsGivesWhateverTheMemory() throws IOException, RunCancelledException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Near rule = new Near(1 + random.nextInt(4), random.nextInt(2));
            KeyRows rows = draw(rule, random.nextInt(200), 1 + random.nextInt(80), random);
            int[] expected = bruteForce(rule, rows);
            for (long memory : new long[] {0, 700, 5_000, 1 << 20}) {
                String which = "seed " + seed + ", memory " + memory;
                assertArrayEquals(expected, clusters(rule, rows, memory), which);
            }
        }
        assertEquals(List.of(), left(), "nothing stays on the disk");
    }

    private static KeyRows draw(Near rule, int records, int values, Random random) {
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            long[] row = new long[rule.keys() + rule.signature()];
            for (int j = 0; j < row.length; j++) {
                // keys of both signs, the last number small
                row[j] = j < rule.keys() ? Mix.of(random.nextInt(values)) : random.nextInt(12);
            }
            rows.add(random.nextInt(10) == 0 ? new long[0] : row);
        }
        return new Rules.MemoryRows(rows);
    }

    private static int[] bruteForce(Near rule, KeyRows rows) {
        int[] roots = IntStream.range(0, rows.records()).toArray();
        for (int left = 0; left < roots.length; left++) {
            for (int right = left + 1; right < roots.length; right++) {
                if (isPair(rule, rows, left, right)) {
                    int keep = Math.min(roots[left], roots[right]);
                    int gone = Math.max(roots[left], roots[right]);
                    Arrays.setAll(roots, i -> roots[i] == gone ? keep : roots[i]);
                }
            }
        }
        return roots;
    }

    private static boolean isPair(Near rule, KeyRows rows, int left, int right) {
        if (!rows.isComparable(left) || !rows.isComparable(right)) {
            return false;
        }
        long[] a = new long[rule.keys() + rule.signature()];
        long[] b = a.clone();
        rows.read(left, a);
        rows.read(right, b);
        return IntStream.range(0, rule.keys()).anyMatch(key -> a[key] == b[key]) && rule.same(a, 0, b, 0);
    }

    @Test
    void aKeyThatAllRecordsShareTakesNoSquareOfTime() throws IOException, RunCancelledException {
        Near rule = new Near(1, 1);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new long[] {7, i % 2 == 0 ? 0 : 10L * i});
        }
        int[] roots = clusters(rule, new Rules.MemoryRows(rows), 50_000);

        assertEquals(0, roots[19_998], "all copies are found");
        assertEquals(19_999, roots[19_999], "and nothing else");
    }

    @Test
    void rowsInFilesAreTheSameAsRowsInMemory() throws IOException, RunCancelledException {
        Random random = new Random(1);
        Near rule = new Near(3, 1);
        KeyRows rows = draw(rule, 150, 60, random);
        List<Path> files = List.of(scratch.resolve("a"), scratch.resolve("b"), scratch.resolve("c"));
        write(rows, files.get(0), 0, 90);
        write(rows, files.get(1), 90, 90);
        write(rows, files.get(2), 90, 150);
        KeyRowsFile read = new KeyRowsFile(files, 4);

        assertEquals(150, read.records());
        assertArrayEquals(clusters(rule, rows, 1 << 20), clusters(rule, read, 1 << 20));
        assertThrows(IOException.class, () -> new KeyRowsFile(files, 5), "rows of another width");
    }

    private static void write(KeyRows rows, Path file, int from, int to) throws IOException {
        long[] row = new long[4];
        try (KeyRowsWriter writer = new KeyRowsWriter(file, 4)) {
            for (int record = from; record < to; record++) {
                if (rows.isComparable(record)) {
                    rows.read(record, row);
                }
                writer.add(row, rows.isComparable(record));
            }
        }
    }

    @Test
    void whoeverStopsItFindsNothingLeftOnTheDisk() throws IOException {
        KeyRows rows = draw(new Near(4, 1), 100_000, 1 << 20, new Random(1));
        assertThrows(RunCancelledException.class, () -> Clusters.of(new Near(4, 1), rows, 10_000, scratch, stopped()));
        assertEquals(List.of(), left());
    }

    private static RunContext stopped() {
        return new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return StopRequest.DISCARD;
            }

            @Override
            public void emit(Event event) {
                // nobody listens
            }
        };
    }

    private int[] clusters(Duplicates rule, KeyRows rows, long memory) throws IOException, RunCancelledException {
        return Clusters.of(rule, rows, memory, scratch, RunContext.quiet());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.toList();
        }
    }
}
