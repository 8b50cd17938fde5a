package lathe.cli;

import static lathe.cli.ConsoleTest.lines;
import static lathe.cli.ConsoleTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.model.TinyModel;
import lathe.pipeline.WorkerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that ask a model. */
class ModelVerbsTest {
    private final Path folder;
    private final String model;
    private final String adapter;

    /** As in the process that computes, so that what a verb prints is seen here. */
    @BeforeEach
    void computeHere() {
        System.setProperty(WorkerCommand.MARK, "test");
    }

    @AfterEach
    void noMore() {
        System.clearProperty(WorkerCommand.MARK);
    }

    ModelVerbsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Path written = TinyModel.write(folder.resolve("model"));
        model = written.toString();
        adapter = TinyModel.writeAdapter(folder.resolve("adapter"), written).toString();
    }

    @Test
    void batchOfPromptsAnswersAsOneByOne() throws Exception {
        Path prompts = Files.write(folder.resolve("prompts.txt"), List.of("ab", "a longer prompt", "x"));
        List<JsonNode> alone = generate(prompts, "--temperature=0.9", "--seed=5");
        List<JsonNode> two = generate(prompts, "--temperature=0.9", "--seed=5", "--batch=2");
        assertEquals(3, alone.size());
        assertEquals(alone, two);
        assertEquals(
                alone.get(2),
                lines(run(
                                        "generate",
                                        "--model",
                                        model,
                                        "--prompt",
                                        "x",
                                        "--max-new=12",
                                        "--temperature=0.9",
                                        "--seed=7",
                                        "--json")
                                .out())
                        .get(0),
                "the third prompt has the third seed");
    }

    private List<JsonNode> generate(Path prompts, String... more) {
        String[] verb = {"generate", "--model", model, "--prompts", prompts.toString(), "--max-new=12", "--json"};
        String[] all = java.util.Arrays.copyOf(verb, verb.length + more.length);
        System.arraycopy(more, 0, all, verb.length, more.length);
        return lines(run(all).out());
    }

    @Test
    void windowGoesOnWhereThePositionsEnd() {
        String prompt = "no end ".repeat(30);
        assertEquals(3, run("generate", "--model", model, "--prompt", prompt).status());
        ConsoleTest.Answer answer =
                run("generate", "--model", model, "--prompt", prompt, "--window=20", "--max-new=90", "--json");
        assertEquals(0, answer.status(), answer.err());
        assertEquals(
                3,
                run("generate", "--model", model, "--prompt", "a", "--sinks=2").status());
        assertEquals(
                3,
                run("generate", "--model", model, "--prompt", "a", "--window=20", "--batch=2")
                        .status());
        ConsoleTest.Answer tooWide = run("generate", "--model", model, "--prompt", "a", "--window=61", "--sinks=4");
        assertEquals(3, tooWide.status());
        assertTrue(tooWide.err().contains("the model has 64"), tooWide.err());
    }

    @Test
    void baseStandsBesideTheTunedModel() throws Exception {
        Path in = Files.writeString(
                folder.resolve("a.jsonl"), "{\"text\": \"one text\"}\n{\"text\": \"and another, somewhat longer\"}\n");
        Path rows = folder.resolve("rows.jsonl");
        JsonNode both = evaluate(in, "--adapter", adapter, "--compare-base", "--per-record", rows.toString());
        JsonNode tuned = evaluate(in, "--adapter", adapter);
        JsonNode base = evaluate(in);
        assertEquals(base, both.path("base"));
        assertEquals(tuned.path("nll"), both.path("nll"));
        assertTrue(both.path("token_accuracy").isDouble());
        double nll = 0;
        for (JsonNode row : lines(Files.readString(rows))) {
            nll += row.at("/base/nll").asDouble();
        }
        assertEquals(base.path("nll").asDouble(), nll, 1e-9);
        assertEquals(
                3,
                run("evaluate", "--model", model, "--in", in.toString(), "--compare-base")
                        .status());
    }

    @Test
    void textWithoutEndIsToldPartByPart() throws Exception {
        Path in = Files.writeString(folder.resolve("long.txt"), "la le lu ".repeat(50));
        JsonNode total = evaluate(in, "--window=40", "--sinks=3");
        assertEquals(449, total.path("tokens").asInt());
        assertEquals(8, total.path("parts").size());
        assertEquals(64, total.at("/parts/1/from").asInt());
        assertEquals(1, total.at("/parts/7/tokens").asInt());
        double nll = 0;
        for (JsonNode part : total.path("parts")) {
            nll += part.path("nll").asDouble();
        }
        assertEquals(total.path("nll").asDouble(), nll, 1e-9);
    }

    @Test
    void exportTakesTheTypeOfItsNumbersByTransformersWord() throws Exception {
        Path out = folder.resolve("bf16");
        ConsoleTest.Answer answer =
                run("export", "--model", model, "--to", "hf", "--dtype=bfloat16", "--out", out.toString());
        assertEquals(0, answer.status(), answer.err());
        assertTrue(Files.readString(out.resolve("config.json")).contains("bfloat16"));
        assertTrue(Files.readString(out.resolve("README.md")).contains("numbers are bfloat16"));
        assertEquals(
                3,
                run("export", "--model", model, "--to", "hf", "--dtype=int4", "--out", out.toString())
                        .status());
    }

    private JsonNode evaluate(Path in, String... more) {
        String[] verb = {"evaluate", "--json", "--model", model, "--in", in.toString()};
        String[] all = java.util.Arrays.copyOf(verb, verb.length + more.length);
        System.arraycopy(more, 0, all, verb.length, more.length);
        ConsoleTest.Answer answer = run(all);
        assertEquals(0, answer.status(), answer.err());
        List<JsonNode> told = lines(answer.out());
        return told.get(told.size() - 1);
    }
}
