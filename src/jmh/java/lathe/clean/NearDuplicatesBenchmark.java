package lathe.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lathe.clean.duplicate.Clusters;
import lathe.clean.duplicate.DuplicateMeasures;
import lathe.clean.duplicate.KeyRowsFile;
import lathe.clean.duplicate.KeyRowsWriter;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;
import lathe.recipe.Survivor;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Records of 4,300 characters measured by a duplicate rule, and rows clustered, per second; ratios are what counts. */
public class NearDuplicatesBenchmark {
    private static final int PAGES = 200;
    private static final int CHARACTERS = 4300;
    private static final int ROWS = 200_000;

    /** Pages of drawn words, so that nothing repeats but the words. */
    @State(Scope.Benchmark)
    public static class Pages {
        @Param({"en", "zh"})
        public String language;

        @Param({"exact", "near", "near-data-juicer", "near-datatrove", "simhash"})
        public String rule;

        private final Document[] pages = new Document[PAGES];
        private Duplicates measure;
        private long[] row;

        @Setup
        public void draw() throws Exception {
            Random random = new Random(1);
            for (int i = 0; i < PAGES; i++) {
                StringBuilder text = new StringBuilder();
                while (text.length() < CHARACTERS) {
                    append(text, random);
                }
                pages[i] = Document.text("d" + i, "web", text.toString());
            }
            measure = measure(rule);
            row = new long[measure.keys() + measure.signature()];
        }

        private void append(StringBuilder text, Random random) {
            if (language.equals("zh")) {
                text.append((char) (0x4E00 + random.nextInt(3000))).append(random.nextInt(12) == 0 ? "，" : "");
                return;
            }
            int number = random.nextInt(3000);
            for (int left = number + 30; left > 0; left /= 7) {
                text.append((char) ('a' + left % 26));
            }
            text.append(random.nextInt(8) == 0 ? ", " : " ");
        }
    }

    private static Duplicates measure(String name) throws Exception {
        Rule.Duplicates rule =
                switch (name) {
                    case "exact" -> new DuplicateRules.ExactDuplicates(false, true, false, Survivor.FIRST, List.of());
                    case "simhash" ->
                        new DuplicateRules.SimhashDuplicates(6, 4, 6, Flavour.LATHE, Survivor.FIRST, List.of());
                    case "near-data-juicer" -> near(Flavour.DATA_JUICER);
                    case "near-datatrove" -> near(Flavour.DATATROVE);
                    default -> near(Flavour.LATHE);
                };
        // no duplicate rule needs a service
        return DuplicateMeasures.of(rule, null);
    }

    private static Rule.Duplicates near(Flavour flavour) {
        return new DuplicateRules.NearDuplicates(0.7, 5, 256, null, null, true, flavour, Survivor.FIRST, List.of());
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public long measure(Pages pages) {
        long sum = 0;
        for (Document page : pages.pages) {
            pages.measure.measure(new View(page), pages.row);
            sum += pages.row[0];
        }
        return sum;
    }

    /** Rows of the near rule, a tenth of them copies. */
    @State(Scope.Benchmark)
    public static class Rows {
        @Param({"4", "1024"})
        public int megabytes;

        private Path folder;
        private Duplicates rule;
        private KeyRowsFile rows;

        @Setup
        public void write() throws Exception {
            rule = NearDuplicatesBenchmark.measure("near");
            folder = Files.createTempDirectory("lathe-bench");
            long[] row = new long[rule.keys() + rule.signature()];
            try (KeyRowsWriter writer = new KeyRowsWriter(folder.resolve("rows"), row.length)) {
                for (int i = 0; i < ROWS; i++) {
                    Random random = new Random(i % 10 == 0 ? i / 20 : i);
                    for (int j = 0; j < row.length; j++) {
                        row[j] = random.nextLong();
                    }
                    writer.add(row, true);
                }
            }
            rows = new KeyRowsFile(List.of(folder.resolve("rows")), row.length);
        }

        @TearDown
        public void delete() throws IOException {
            lathe.run.WholeFile.deleteTree(folder);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int[] cluster(Rows rows) throws IOException, RunCancelledException {
        return Clusters.of(rows.rule, rows.rows, (long) rows.megabytes << 20, rows.folder, RunContext.quiet());
    }
}
