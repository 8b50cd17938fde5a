package lathe.clean.duplicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Flavour;
import lathe.recipe.Survivor;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Rules and rows for the tests of this package. */
final class Rules {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/clean/duplicate");

    private Rules() {}

    static DuplicateRules.NearDuplicates near(double threshold, Flavour flavour, int permutations) {
        return new DuplicateRules.NearDuplicates(
                threshold, 5, permutations, null, null, true, flavour, Survivor.FIRST, List.of());
    }

    static DuplicateRules.NearDuplicates near(double threshold) {
        return near(threshold, Flavour.LATHE, 256);
    }

    static DuplicateRules.SimhashDuplicates simhash(int n, int distance, int blocks, Flavour flavour) {
        return new DuplicateRules.SimhashDuplicates(n, distance, blocks, flavour, Survivor.FIRST, List.of());
    }

    static JsonNode golden(String name) throws IOException {
        return Json.parse(Files.readString(GOLDEN.resolve(name)));
    }

    static View view(String text) {
        return new View(Document.text("d", "web", text));
    }

    /** What a rule measures of a text; nothing where it cannot have duplicates. */
    static long[] measured(Duplicates rule, String text) {
        long[] row = new long[rule.keys() + rule.signature()];
        return rule.measure(view(text), row) ? row : new long[0];
    }

    /** The cluster of each text. */
    static List<Integer> clusters(Duplicates rule, List<String> texts, Path scratch)
            throws IOException, RunCancelledException {
        MemoryRows rows =
                new MemoryRows(texts.stream().map(text -> measured(rule, text)).collect(Collectors.toList()));
        int[] roots = Clusters.of(rule, rows, 1 << 20, scratch, RunContext.quiet());
        return IntStream.of(roots).boxed().toList();
    }

    /** Rows in memory; an empty one for a record that cannot have duplicates. */
    record MemoryRows(List<long[]> rows) implements KeyRows {
        @Override
        public int records() {
            return rows.size();
        }

        @Override
        public boolean isComparable(int record) {
            return rows.get(record).length > 0;
        }

        @Override
        public long get(int record, int column) {
            return rows.get(record)[column];
        }

        @Override
        public void read(int record, long[] into) {
            System.arraycopy(rows.get(record), 0, into, 0, into.length);
        }
    }
}
