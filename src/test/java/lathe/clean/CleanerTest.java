package lathe.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.pipeline.CleanServices;
import lathe.recipe.Rule;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanerTest {
    private static final List<Rule> RULES = RuleLists.of(
            "rule: text-length, min: 5",
            "rule: exact-duplicates",
            "rule: special-characters, max: 0.5",
            "rule: keywords, words: [spam], max: 0.2");

    private static CorpusFolder corpus(Path folder, List<String> texts) throws IOException {
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            for (int i = 0; i < texts.size(); i++) {
                writer.keep(Document.text("d" + i, "web", texts.get(i)));
                counter.keep(1);
            }
            return writer.finish(counter.total());
        }
    }

    private static CleanReport clean(CorpusFolder in, List<Rule> rules, int threads, Path out)
            throws Failure, IOException, RunCancelledException {
        CleanOptions options =
                CleanOptions.local(threads, out.resolveSibling(out.getFileName() + ".scores"), new CleanServices(out));
        return Cleaner.run(List.of(in), rules, options, out, RunContext.quiet());
    }

    @Test
    void everyRecordThatGoesHasItsReason(@TempDir Path folder) throws Exception {
        CorpusFolder in = corpus(
                folder.resolve("in"),
                List.of("good text", "tiny", " good  text\n", "%% 99 && 12 %%", "spam spam is not good", "也很好的一句话"));

        CleanReport report = clean(in, RULES, 1, folder.resolve("out"));

        assertEquals(2, report.kept());
        assertEquals(
                Map.of("text-length", 1L, "exact-duplicates", 1L, "special-characters", 1L, "keywords", 1L),
                report.dropped());
        List<String> dropped = Files.readAllLines(report.corpus().dropped());
        assertEquals("at least 5", Json.parse(dropped.get(0)).path("bound").asText());
        assertEquals(4, Json.parse(dropped.get(0)).path("value").asInt());
        assertEquals("d0", Json.parse(dropped.get(1)).path("duplicate_of").asText());
        assertEquals(
                "special-characters", Json.parse(dropped.get(2)).path("rule").asText());
        assertEquals(0.4, Json.parse(dropped.get(3)).path("value").asDouble());
    }

    @Test
    void aCopyIsNotDroppedForARecordThatGoes(@TempDir Path folder) throws Exception {
        // The first is too long by its blanks, and equal to the second without them.
        CorpusFolder in = corpus(folder.resolve("in"), List.of("a  b" + " ".repeat(10), "a b", "a  b"));
        List<Rule> rules = RuleLists.of("rule: exact-duplicates", "rule: text-length, max: 5");

        CleanReport report = clean(in, rules, 1, folder.resolve("out"));

        assertEquals(Map.of("exact-duplicates", 2L), report.dropped(), "the duplicate rule stands first");
        assertTrue(Files.readString(report.corpus().records()).contains("\"d1\""));
    }

    @Test
    void threadsDoNotChangeAByte(@TempDir Path folder) throws Exception {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            texts.add("word ".repeat(random.nextInt(4)) + (random.nextInt(5) == 0 ? "spam" : random.nextInt(300)));
        }
        CorpusFolder in = corpus(folder.resolve("in"), texts);

        CleanReport one = clean(in, RULES, 1, folder.resolve("one"));
        clean(in, RULES, 5, folder.resolve("many"));

        assertEquals(2000, one.ledger().read());
        for (String file : List.of("records.jsonl", "dropped.jsonl", "ledger.json", "../%s.scores")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one").resolve(file.formatted("one"))),
                    Files.readAllBytes(folder.resolve("many").resolve(file.formatted("many"))),
                    file);
        }
        assertEquals(
                0,
                clean(one.corpus(), RULES, 2, folder.resolve("again")).dropped().size(),
                "clean stays clean");
    }

    @Test
    void scoresHoldEveryRuleOfEveryRecord(@TempDir Path folder) throws Exception {
        CorpusFolder in = corpus(folder.resolve("in"), List.of("", "a1!", "spam and eggs"));
        List<Rule> rules = new ArrayList<>(RULES);
        rules.addAll(RuleLists.of("rule: text-length", "rule: language"));

        clean(in, rules, 2, folder.resolve("out"));

        List<JsonNode> scores = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out.scores"))) {
            scores.add(Json.parse(line));
        }
        assertEquals(3, scores.size());
        assertEquals(0, scores.get(0).path("text-length").asInt(-1));
        assertEquals(0.0, scores.get(0).path("special-characters").asDouble(-1));
        assertEquals(2.0 / 3, scores.get(1).path("special-characters").asDouble());
        assertEquals(3, scores.get(1).path("text-length-2").asInt());
        assertEquals(1.0 / 3, scores.get(2).path("keywords").path("ratio").asDouble());
        assertEquals("und", scores.get(0).path("language").path("language").asText());
        assertEquals(16, scores.get(2).path("exact-duplicates").asText().length());
    }

    @Test
    void aPreviewDecidesAsThePassDoes(@TempDir Path folder) throws Exception {
        CorpusFolder in = corpus(folder.resolve("in"), List.of("good text", "tiny", "good text", "more good text"));

        CleanPreview preview = CleanPreview.of(in, RULES, new CleanServices(folder), 3, RunContext.quiet());

        assertEquals(1, preview.kept());
        assertEquals(3, preview.decisions().size());
        assertEquals(1L, preview.dropped().get("exact-duplicates"));
        assertEquals(0L, preview.dropped().get("keywords"));
        assertEquals(4L, preview.decisions().get(1).scores().get("text-length"));
    }

    @Test
    void stopsWhenAsked(@TempDir Path folder) throws Exception {
        CorpusFolder in = corpus(folder.resolve("in"), List.of("good text"));
        RunContext stopped = new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return StopRequest.DISCARD;
            }

            @Override
            public void emit(Event event) {}
        };
        CleanOptions options = CleanOptions.local(1, null, new CleanServices(folder));

        assertThrows(
                RunCancelledException.class,
                () -> Cleaner.run(List.of(in), RULES, options, folder.resolve("out"), stopped));
        assertFalse(CorpusFolder.isOne(folder.resolve("out")));
    }
}
