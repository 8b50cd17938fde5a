package lathe.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lathe.clean.CleanOptions;
import lathe.clean.Cleaner;
import lathe.clean.engine.Pass;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.pipeline.CleanServices;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.run.Ledger;
import lathe.run.RunContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Spark and threads write the same bytes, whatever the number of cores and partitions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkEngineTest {
    private static final int RECORDS = 5000;
    private static final String RULES =
            """
            rules:
              - {rule: whitespace}
              - {rule: personal-information}
              - {rule: text-length, min: 20}
              - {rule: gopher-repetition}
              - {rule: language, keep: [zh, en], min: 0}
              - {rule: exact-duplicates}
              - {rule: near-duplicates, threshold: 0.8}
            """;

    @TempDir
    static Path folder;

    private CorpusFolder corpus;
    private Path local;

    @BeforeAll
    void cleanWithThreads() throws Exception {
        corpus = corpus();
        local = clean(CleanOptions.local(2, null, services()).engine(), "local");
    }

    @Test
    void oneCore() throws Exception {
        assertSame(clean(new SparkEngine("local[1]", 1), "one"));
    }

    @Test
    void fourCoresAndSevenPartitions() throws Exception {
        assertSame(clean(new SparkEngine("local[4]", 7), "many"));
    }

    private CleanServices services() {
        return new CleanServices(folder);
    }

    private Path clean(Pass.Engine engine, String name) throws Exception {
        List<Rule> rules = RecipeYaml.readRules(RULES);
        Path out = folder.resolve(name);
        CleanOptions options =
                new CleanOptions(engine, folder.resolve(name + ".scores"), services(), null, 64 << 20);
        Cleaner.run(List.of(corpus), rules, options, out, RunContext.quiet());
        return out;
    }

    private void assertSame(Path other) throws IOException {
        for (String file : List.of("records.jsonl", "index.bin", "dropped.jsonl", "ledger.json")) {
            assertArrayEquals(Files.readAllBytes(local.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
        }
        assertArrayEquals(scores(local), scores(other));
        assertEquals(RECORDS, new CorpusFolder(other).ledger().read());
    }

    private static byte[] scores(Path out) throws IOException {
        return Files.readAllBytes(out.resolveSibling(out.getFileName() + ".scores"));
    }

    private CorpusFolder corpus() throws IOException {
        Random random = new Random(1);
        String[] words = "the lathe turns slowly; mail me at a.b@example.com, 车床 慢慢 地 转 ， 木头 不 抱怨 。".split(" ", -1);
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder.resolve("in"))) {
            for (int i = 0; i < RECORDS; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = random.nextInt(60); j >= 0; j--) {
                    text.append(words[random.nextInt(words.length)]).append(random.nextInt(8) == 0 ? "\n" : "  ");
                }
                writer.keep(Document.text("d" + i, "web", text.toString()));
                counter.keep(1);
            }
            return writer.finish(counter.total());
        }
    }
}
