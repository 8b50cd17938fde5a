package lathe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.data.Message;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    private static CorpusSource source(Path path, String format, String preset) {
        return new CorpusSource(path.toString(), "web", preset, format, Map.of());
    }

    private static CorpusSource auto(Path path) {
        return source(path, "auto", "auto");
    }

    private static CorpusFolder run(Path folder, CorpusSource... sources)
            throws IOException, Failure, RunCancelledException {
        return Importer.run(List.of(sources), folder.resolve("out"), 2, RunContext.quiet());
    }

    private static List<Document> records(CorpusFolder corpus) throws IOException {
        try (Stream<Document> records = corpus.read()) {
            return records.toList();
        }
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTxtIsOneDocument(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.txt", "\uFEFFone\n\n两\n");

        assertEquals(List.of(Document.text("web:1", "web", "one\n\n两\n")), records(run(folder, auto(file))));
    }

    @Test
    void linesAndParagraphsAreAskedFor(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.txt", "one\r\n\ntwo\nthree\n\n \n四");

        assertEquals(
                List.of("one", "", "two", "three", "", " ", "四"),
                records(run(folder, source(file, "lines", "auto"))).stream()
                        .map(Document::content)
                        .toList());
        assertEquals(
                List.of(
                        Document.text("web:1", "web", "one"),
                        Document.text("web:3", "web", "two\nthree"),
                        Document.text("web:7", "web", "四")),
                records(run(folder, source(file, "paragraphs", "auto"))));
    }

    @Test
    void everyBrokenLineIsNamedAndTheRestGoesOn(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.jsonl", "");
        Files.write(
                file,
                """
                {"text": "good"}
                {"text":\s

                {"txt": "x"}
                [1]
                {"text": "\\ud83d"}
                {"text": "\\u0000"}
                {"text": ""}
                {"text": "ÿ"}
                """
                        .getBytes(StandardCharsets.ISO_8859_1));

        CorpusFolder corpus = run(folder, auto(file));

        Ledger ledger = corpus.ledger();
        assertEquals(8, ledger.read());
        assertEquals(2, ledger.kept());
        assertEquals(
                Map.of(
                        "bad-json", 1L,
                        "missing-field", 1L,
                        "not-a-record", 1L,
                        "lone-surrogate", 1L,
                        "nul", 1L,
                        "invalid-utf8", 1L),
                ledger.rejected());
        List<String> rejected = Files.readAllLines(corpus.rejected());
        assertEquals(6, rejected.size());
        assertEquals(2, Json.parse(rejected.get(0)).path("line").asInt());
        assertEquals(9, Json.parse(rejected.get(5)).path("line").asInt());
        assertEquals("", records(corpus).get(1).content());
    }

    @Test
    void alpacaKeepsItsInputApart(@TempDir Path folder) throws Exception {
        Path file = write(
                folder,
                "a.json",
                """
                [{"instruction": "Add", "input": "1 2", "output": "3", "lang": "en"},
                 {"instruction": "Hi", "input": "", "output": "Hello"},
                 {"instruction": "Hi", "output": null}]""");

        CorpusFolder corpus = run(folder, auto(file));

        List<Document> records = records(corpus);
        assertEquals(
                List.of(new Message("user", "Add"), new Message("user", "1 2"), new Message("assistant", "3")),
                records.get(0).messages());
        assertEquals(Map.of("lang", "en"), records.get(0).meta());
        assertEquals("web:2", records.get(1).id());
        assertEquals(2, records.get(1).messages().size());
        assertEquals(Map.of("missing-field", 1L), corpus.ledger().rejected());
    }

    @Test
    void jsonComesInManyShapes(@TempDir Path folder) throws Exception {
        Path envelope =
                write(folder, "a.json", "{\"version\": 1, \"data\": [{\"text\": \"a\"}, \"b\"], \"n\": {\"k\": [1]}}");
        Path single = write(folder, "b.json", "{\"text\": \"c\", \"id\": 7, \"meta\": {\"k\": [1]}}");
        Path minified = write(folder, "c.json", "[{\"text\":\"d\"},{\"text\":\"e\"}]");

        assertEquals(
                List.of("a", "b"),
                records(run(folder, auto(envelope))).stream()
                        .map(Document::text)
                        .toList());
        assertEquals(
                List.of(new Document("7", "web", "c", List.of(), Map.of("k", List.of(1)))),
                records(run(folder, auto(single))));
        assertEquals(
                List.of("web:1", "web:1#2"),
                records(run(folder, auto(minified))).stream().map(Document::id).toList());
    }

    @Test
    void aTornJsonFileKeepsWhatStandsBefore(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.json", "[{\"text\": \"a\"},\n{\"text\": \"b\"},\n{\"text\": ");

        CorpusFolder corpus = run(folder, auto(file));

        assertEquals(2, corpus.ledger().kept());
        assertEquals(Map.of("bad-json", 1L), corpus.ledger().rejected());
    }

    @Test
    void aFolderIsSearchedInOrder(@TempDir Path folder) throws Exception {
        write(folder, "b/2.jsonl", "{\"text\": \"two\"}\n");
        write(folder, "b/1.txt", "one");
        write(folder, "z.exe", "MZ");
        write(folder, ".hidden/x.txt", "no");

        CorpusFolder corpus = run(folder, auto(folder.resolve("in")));

        assertEquals(
                List.of(Document.text("web/b/1.txt:1", "web", "one"), Document.text("web/b/2.jsonl:1", "web", "two")),
                records(corpus));
        assertEquals(Map.of("unknown-format", 1L), corpus.ledger().rejected());
    }

    @Test
    void twoFilesOfOneNameDoNotShareIds(@TempDir Path folder) throws Exception {
        Path a = write(folder, "a/x.txt", "a");
        Path b = write(folder, "b/x.txt", "b");

        assertEquals(
                List.of("web/x.txt:1", "web/x.txt~2:1"),
                records(run(folder, auto(a), auto(b))).stream()
                        .map(Document::id)
                        .toList());
    }

    @Test
    void whatImportWroteComesInUnchanged(@TempDir Path folder) throws Exception {
        Path file = write(
                folder,
                "a.jsonl",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"assistant\", \"content\": \"a\"}],"
                        + " \"meta\": {\"stars\": 5}}\n{\"text\": \"t\", \"id\": \"own\"}\n");
        CorpusFolder first = run(folder, auto(file));

        CorpusFolder second =
                Importer.run(List.of(auto(first.folder())), folder.resolve("again"), 2, RunContext.quiet());

        assertEquals(records(first), records(second));
    }

    @Test
    void howASourceEscapesDoesNotShowInTheStore(@TempDir Path folder) throws Exception {
        Path file = write(
                folder,
                "a.jsonl",
                """
                {"id": "x", "text": "你好 / \\"world\\"\\n😀"}
                {"id": "x", "text": "\\u4f60\\u597d \\/ \\u0022world\\u0022\\u000a\\ud83d\\ude00"}
                {"id": "x", "score": 1e0, "text": "你好 / \\"world\\"\\n😀"}
                """);

        List<String> lines = Files.readAllLines(run(folder, auto(file)).records());

        assertEquals(lines.get(0), lines.get(1));
        assertEquals(lines.get(0).replace("}", ",\"meta\":{\"score\":1.0}}"), lines.get(2));
    }

    @Test
    void fieldsCanBeNamedByHand(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.jsonl", "{\"q\": \"why\", \"a\": 42, \"key\": \"k1\", \"more\": true}\n");
        Map<String, String> map = Map.of("prompt", "q", "response", "a", "id", "key");

        List<Document> records = records(run(folder, new CorpusSource(file.toString(), "web", "auto", "auto", map)));

        assertEquals("k1", records.get(0).id());
        assertEquals("42", records.get(0).response());
        assertEquals(Map.of("more", true), records.get(0).meta());
    }

    @Test
    void wrongNamesAreFailuresWithTheNearest(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.xyz", "{}");

        assertEquals(
                "did you mean jsonl?",
                assertThrows(Failure.class, () -> run(folder, source(file, "jsonnl", "auto")))
                        .mend()
                        .get(0));
        assertEquals(
                "did you mean alpaca?",
                assertThrows(Failure.class, () -> run(folder, source(file, "txt", "alpaka")))
                        .mend()
                        .get(0));
        assertThrows(Failure.class, () -> run(folder, auto(folder.resolve("nowhere"))));
        assertThrows(
                Failure.class,
                () -> run(folder, new CorpusSource(file.toString(), "web", "auto", "jsonl", Map.of("txet", "x"))));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aPreviewReadsOnlyTheBeginning(@TempDir Path folder) throws Exception {
        Path file = write(
                folder, "a.jsonl", "oops\n" + "{\"instruction\": \"i\", \"output\": \"o\"}\n".repeat(100) + "oops\n");

        Preview preview = Preview.of(auto(file), 3);

        assertEquals("jsonl", preview.format());
        assertEquals("alpaca", preview.preset());
        assertEquals(2, preview.records().size());
        assertEquals(1, preview.rejects().size());
        assertEquals("bad-json", preview.rejects().get(0).reason());
    }

    @Test
    void aPreviewJoinsTheRowsAtTheBeginningOnly(@TempDir Path folder) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            String parent = i % 2 == 0 ? "null" : "\"" + (i - 1) + "\"";
            rows.append(
                    "{\"message_id\": \"" + i + "\", \"parent_id\": " + parent + ", \"message_tree_id\": \"" + i / 2 * 2
                            + "\", \"role\": \"" + (i % 2 == 0 ? "prompter" : "assistant") + "\", \"text\": \""
                            + "x".repeat(400)
                            + "\"}\n");
        }
        Preview preview = Preview.of(auto(write(folder, "rows.jsonl", rows.toString())), 3);

        assertEquals("oasst", preview.preset());
        assertEquals(
                List.of("1", "3", "5"),
                preview.records().stream().map(Document::id).toList());
        assertEquals(List.of(), preview.rejects());
    }
}
