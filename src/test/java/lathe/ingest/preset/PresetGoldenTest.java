package lathe.ingest.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.ingest.Importer;
import lathe.recipe.CorpusSource;
import lathe.run.Json;
import lathe.run.RunContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sample in each dataset's published form, imported with auto, against what was written down for it: the preset, the
 * account, what is rejected and every record. What came out lies in {@code target/golden-ingest}.
 */
class PresetGoldenTest {
    private static final Path SAMPLES = Path.of("src/test/resources/golden/ingest/in");
    private static final Path EXPECTED = Path.of("src/test/resources/golden/ingest/out");

    @TempDir
    private Path folder;

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void becomesWhatWasWrittenDown(String sample) throws Exception {
        String name = sample.substring(0, sample.lastIndexOf('.')) + ".txt";
        String actual = imported(SAMPLES.resolve(sample), 2);
        Path kept = Path.of("target/golden-ingest").resolve(name);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, actual);

        assertEquals(Files.readString(EXPECTED.resolve(name)), actual, "what came out: " + kept);
    }

    private String imported(Path sample, int threads) throws Exception {
        CorpusSource source = new CorpusSource(sample.toString(), "s", "auto", "auto", Map.of());
        CorpusFolder corpus = Importer.run(List.of(source), folder.resolve("out"), threads, RunContext.quiet());
        StringBuilder text = new StringBuilder();
        JsonNode file = Json.parse(Files.readString(corpus.files()));
        text.append(file.path("preset").asText()).append('\n');
        text.append(Json.line(corpus.ledger())).append('\n');
        for (String rejected : Files.readAllLines(corpus.rejected())) {
            JsonNode item = Json.parse(rejected);
            text.append("line " + item.path("line") + " " + item.path("reason").asText() + "\n");
        }
        try (Stream<Document> records = corpus.read()) {
            text.append(records.map(PresetGoldenTest::line).collect(Collectors.joining()));
        }
        return text.toString();
    }

    /** Without what is derived. */
    private static String line(Document record) {
        ObjectNode tree = Json.tree(record);
        tree.remove(List.of("source", "prompt", "response"));
        return Json.line(tree) + "\n";
    }
}
