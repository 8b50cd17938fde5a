package lathe.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lathe.clean.engine.LocalEngine;
import lathe.clean.engine.Pass;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.pipeline.CleanServices;
import lathe.recipe.Rule;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was measured is kept: a moved bound, and an interrupted pass, do not measure it again. */
class AnnotationsTest {
    private static final int RECORDS = 6500;
    private static final String[] OTHERS = {
        "rule: whitespace, collapse: true", "rule: exact-duplicates", "rule: special-characters, max: 0.5"
    };

    @TempDir
    Path folder;

    private CorpusFolder corpus;

    @BeforeEach
    void writeCorpus() throws IOException {
        Random random = new Random(5);
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder.resolve("in"))) {
            for (int i = 0; i < RECORDS; i++) {
                String text =
                        "word  ".repeat(random.nextInt(6)) + "木头".repeat(random.nextInt(3)) + random.nextInt(2000);
                writer.keep(Document.text("d" + i, "web", text));
                counter.keep(1);
            }
            corpus = writer.finish(counter.total());
        }
    }

    private static List<Rule> rules(int longest) {
        return RuleLists.of("rule: text-length, max: " + longest, OTHERS[0], OTHERS[1], OTHERS[2]);
    }

    private CleanReport clean(List<Rule> rules, Pass.Engine engine, String out) throws Exception {
        CleanServices services = new CleanServices(folder);
        CleanOptions options = CleanOptions.local(2, folder.resolve(out + ".scores"), services)
                .with(engine)
                .keeping(folder.resolve("kept"));
        return Cleaner.run(List.of(corpus), rules, options, folder.resolve(out), RunContext.quiet());
    }

    @Test
    void aMovedBoundDecidesAnewAndMeasuresNothing() throws Exception {
        CleanReport wide = clean(rules(30), new LocalEngine(2), "wide");

        CleanReport narrow = clean(rules(20), AnnotationsTest::mustNotMeasure, "narrow");

        assertNotEquals(wide.dropped(), narrow.dropped());
        assertEquals(RECORDS, narrow.ledger().read());
        assertArrayEquals(bytes("wide.scores"), bytes("narrow.scores"), "the scores are those that were measured");
    }

    @Test
    void anotherEditMeasuresAnew() throws Exception {
        clean(rules(30), new LocalEngine(2), "one");
        List<Rule> other = RuleLists.of("rule: text-length, max: 30", "rule: whitespace, collapse: false");

        assertThrows(AssertionError.class, () -> clean(other, AnnotationsTest::mustNotMeasure, "other"));
    }

    @Test
    void anInterruptedPassGoesOnAsIfNothingHadBeen() throws Exception {
        clean(rules(30), new LocalEngine(2), "undisturbed");
        byte[] records = bytes("undisturbed/records.jsonl");
        byte[] dropped = bytes("undisturbed/dropped.jsonl");
        byte[] scores = bytes("undisturbed.scores");
        lathe.run.WholeFile.deleteTree(folder.resolve("kept"));

        assertThrows(RunCancelledException.class, () -> clean(rules(30), stoppingAfter(3), "again"));
        tear();
        int[] from = {-1};
        clean(
                rules(30),
                (pass, first, sink, context) -> {
                    from[0] = first;
                    new LocalEngine(1).annotate(pass, first, sink, context);
                },
                "again");

        assertEquals(3, from[0]);
        assertArrayEquals(records, bytes("again/records.jsonl"));
        assertArrayEquals(dropped, bytes("again/dropped.jsonl"));
        assertArrayEquals(scores, bytes("again.scores"));
    }

    /** What a killed process may leave: bytes behind the end that the journal knows of. */
    private void tear() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bin")).toList()) {
                Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
            }
        }
    }

    private static Pass.Engine stoppingAfter(int shards) {
        return (pass, first, sink, context) -> new LocalEngine(2)
                .annotate(
                        pass,
                        first,
                        shard -> {
                            if (shard.number() == shards) {
                                throw new RunCancelledException();
                            }
                            sink.accept(shard);
                        },
                        context);
    }

    private static void mustNotMeasure(Pass pass, int first, Pass.Sink sink, RunContext context) {
        throw new AssertionError("measured again");
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
