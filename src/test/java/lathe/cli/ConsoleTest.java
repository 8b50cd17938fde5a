package lathe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private static final String TOKENIZER = "src/test/resources/golden/text/tokenizer";

    @TempDir
    Path folder;

    /** What a verb printed, and its status. */
    record Answer(int status, String out, String err) {}

    @Test
    void aWrongVerbOrOptionEndsWithTwoAndTheNearestRightOne() {
        assertEquals(2, run("imprt").status());
        assertTrue(run("imprt").err().contains("did you mean import?"));
        Answer answer = run("run", "--resum", "x.yaml");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("did you mean --resume?"), answer.err());
    }

    @Test
    void whatALaterVersionBringsEndsWithTwo() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: []");
        Path in = Files.writeString(folder.resolve("a.txt"), "text");
        Answer answer =
                run("clean", "--in", in.toString(), "--rules", rules.toString(), "--out", out(), "--write", "parquet");

        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("not in this version"), answer.err());
        assertEquals(2, run("memory", "x.yaml").status());
        assertEquals(2, run("sweep", "x.yaml").status());
    }

    @Test
    void aMissingFileEndsWithThreeAndNamesIt() {
        Answer recipe = run("run", "nowhere.yaml");
        assertEquals(3, recipe.status());
        assertTrue(recipe.err().contains("nowhere.yaml"), recipe.err());
        Answer input = run("import", "--in", "nowhere.txt", "--out", out());
        assertEquals(3, input.status());
        assertTrue(input.err().contains("nowhere.txt"), input.err());
    }

    @Test
    void aNameThatNoFileCanHaveEndsWithThreeAndNamesTheMend() throws IOException {
        Path recipe =
                Files.writeString(folder.resolve("r.yaml"), "name: x\ncorpus:\n  - {path: \"a\\0b\", source: s}\n");
        Answer answer = run("run", recipe.toString(), "--to", "import", "--out", out());

        assertEquals(3, answer.status(), answer.err());
        assertTrue(answer.err().contains("C.UTF-8"), answer.err());
    }

    @Test
    void aTypingErrorInARecipeNamesFileLineKeyAndMend() throws IOException {
        Path recipe =
                Files.writeString(folder.resolve("r.yaml"), "name: x\ntrain:\n  - {task: sft, learnig-rate: 1e-3}\n");
        Answer answer = run("run", recipe.toString(), "--json");

        assertEquals(3, answer.status());
        assertTrue(
                answer.err().contains("r.yaml:3: train.0.learnig-rate: unknown key; did you mean learning-rate?"),
                answer.err());
        assertEquals("failed", lines(answer.out()).get(0).get("event").asText());
    }

    @Test
    void importKeepsWhatIsGoodAndNamesWhatIsNot() throws IOException {
        Path in = Files.writeString(
                folder.resolve("a.jsonl"), "{\"text\": \"one\"}\n{\"text\": broken\n{\"text\": \"三\"}\n");
        Answer answer = run("import", "--in", in.toString(), "--out", out(), "--json");

        assertEquals(0, answer.status(), answer.err());
        JsonNode ledger = Json.parse(Files.readString(folder.resolve("out/ledger.json")));
        assertEquals(3, ledger.get("read").asInt());
        assertEquals(2, ledger.get("kept").asInt());
        JsonNode rejected = Json.parse(Files.readString(folder.resolve("out/rejected.jsonl")));
        assertEquals(2, rejected.get("line").asInt());
        assertEquals("bad-json", rejected.get("reason").asText());
        List<JsonNode> events = lines(answer.out());
        assertEquals("artifact", events.get(events.size() - 1).get("event").asText());
    }

    @Test
    void cleanWritesKeptAndDroppedWithTheirReasons() throws IOException {
        Path in = Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"a longer text\"}\n{\"text\": \"no\"}\n");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules:\n  - {rule: text-length, min: 5}\n");
        Path scores = folder.resolve("scores.jsonl");
        Answer answer = run(
                "clean",
                "--in",
                in.toString(),
                "--rules",
                rules.toString(),
                "--out",
                out(),
                "--write",
                "jsonl",
                "--scores",
                scores.toString());

        assertEquals(0, answer.status(), answer.err());
        assertEquals(1, Files.readAllLines(folder.resolve("out/kept.jsonl")).size());
        JsonNode dropped = Json.parse(Files.readString(folder.resolve("out/dropped.jsonl")));
        assertEquals("text-length", dropped.get("rule").asText());
        assertEquals(2, dropped.get("value").asInt());
        assertEquals(2, Files.readAllLines(scores).size());
    }

    @Test
    void helpNamesEveryVerbAndEveryKey() {
        Answer help = run("--help");
        for (String verb : List.of(
                "run",
                "import",
                "clean",
                "tokenizer",
                "train",
                "evaluate",
                "generate",
                "export",
                "devices",
                "doctor")) {
            assertTrue(help.out().contains("  " + verb), verb);
        }
        Answer keys = run("run", "--help");
        assertTrue(keys.out().contains("learning-rate"), keys.out());
        assertTrue(keys.out().contains("1 to 1,024; default 8"), keys.out());
    }

    @Test
    void whatTheModelWillSeeIsShown() throws IOException {
        Path in = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\","
                        + " \"content\": \"Yes\"}]}\n");
        Answer shown = run(
                "tokenizer",
                "show",
                "--tokenizer",
                TOKENIZER,
                "--template",
                "plain",
                "--in",
                in.toString(),
                "--context",
                "3");

        assertEquals(0, shown.status(), shown.err());
        assertTrue(shown.out().contains("\nHi\nYes<|endoftext|>\n"), shown.out());
        assertTrue(shown.out().contains("end of the context"), shown.out());
        Answer json = run("tokenizer", "show", "--tokenizer", TOKENIZER, "--in", in.toString(), "--json");
        JsonNode seen = lines(json.out()).get(lines(json.out()).size() - 1);
        assertTrue(seen.path("text").asText().endsWith("### Response:\nYes<|endoftext|>"), json.out());
        assertEquals(3, run("tokenizer", "show", "--in", in.toString()).status());
    }

    @Test
    void idsArePrintedOrWrittenAsShards() throws IOException {
        Path in = Files.writeString(folder.resolve("a.txt"), "the lathe\nturns\n");
        Answer printed = run("tokenizer", "encode", "--tokenizer", TOKENIZER, "--in", in.toString());
        assertEquals(2, lines(printed.out()).size());
        Answer written = run(
                "tokenizer",
                "encode",
                "--tokenizer",
                TOKENIZER,
                "--in",
                in.toString(),
                "--out",
                out(),
                "--to",
                "nanogpt");

        assertEquals(0, written.status(), written.err());
        assertTrue(Files.size(folder.resolve("out/train.bin")) > 4);
        assertTrue(written.out().contains("two bytes a token"), written.out());
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    static List<JsonNode> lines(String text) {
        return text.lines().map(ConsoleTest::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return Json.parse(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    static Answer run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try (PrintStream newOut = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
                PrintStream newErr = new PrintStream(errBytes, true, StandardCharsets.UTF_8)) {
            System.setOut(newOut);
            System.setErr(newErr);
            int status = Console.run(arguments);
            return new Answer(
                    status, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
