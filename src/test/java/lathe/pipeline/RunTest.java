package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lathe.evaluate.HeldOutFigures;
import lathe.recipe.Recipe;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Randoms;
import lathe.run.StepMetrics;
import lathe.run.StopRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs in worker processes, disturbed and undisturbed. */
class RunTest {
    private static final long PATIENCE_MILLIS = 120_000;

    private static final String RECIPE =
            """
            name: tiny
            corpus:
              - {path: texts.txt, source: web, format: lines}
              - {path: questions.jsonl, source: chat, preset: alpaca}
            clean: [{rule: text-length, min: 5}]
            split: {evaluate: 0.1}
            tokenizer: {train: byte-bpe, vocab-size: 300}
            model: {new: llama, hidden-size: 16, layers: 2, heads: 2}
            train:
              - {task: pretrain, sources: [web], steps: 30, context: 16, batch: 4, learning-rate: 1e-2, warmup: 2,
                 evaluate-every: 10, checkpoint-every: 5}
              - {task: sft, method: lora, sources: [chat], template: plain, steps: 10, context: 64, batch: 4, warmup: 2,
                 checkpoint-every: 5, lora: {r: 2, alpha: 4, dropout: 0.1}}
            evaluate: {prompts: [Hello], max-new: 5}
            export: [adapter, hf]
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeSources() throws IOException {
        Random random = Randoms.stream(7, "words");
        List<String> words = List.of("oak", "plane", "saw", "木头", "刨子", "red", "blue", "turns", "cuts", "很硬");
        StringBuilder texts = new StringBuilder();
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String text = words.get(random.nextInt(10)) + " " + words.get(random.nextInt(10)) + " " + i;
            texts.append(text).append(" and ").append(text).append('\n');
            questions
                    .append(Json.line(Map.of("instruction", "Say " + i, "output", text)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("texts.txt"), texts);
        Files.writeString(folder.resolve("questions.jsonl"), questions);
        Files.writeString(folder.resolve("tiny.yaml"), RECIPE);
    }

    @Test
    void aKilledWorkerIsNoticedAndTheResumedRunIsTheUndisturbedOne() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        RunFolder whole = project.newRun(recipe(Map.of()));
        assertEquals(0, finish(start(whole, false)), () -> log(whole));
        assertEquals(RunState.DONE, whole.state());

        RunFolder killed = project.newRun(recipe(Map.of()));
        assertEquals("tiny-2", killed.name());
        WorkerProcess worker = start(killed, false);
        waitFor(() -> steps(killed).size() >= 12);
        worker.kill();
        assertNotEquals(0, finish(worker));
        assertEquals(RunState.CRASHED, killed.state());
        assertEquals(killed, project.resumable(recipe(Map.of())).orElseThrow());

        assertEquals(0, finish(start(killed, true)), () -> log(killed));
        assertEquals(RunState.DONE, killed.state());
        assertEquals(losses(whole), losses(killed));
        assertEquals(steps(whole), steps(killed));
        assertTrue(events(killed).stream().anyMatch(Event.Resumed.class::isInstance));
        assertEquals(Json.parse(Files.readString(Answers.in(whole))), Json.parse(Files.readString(Answers.in(killed))));
        HeldOutFigures figures = HeldOutFigures.read(whole.folder()).orElseThrow();
        assertEquals(figures, HeldOutFigures.read(killed.folder()).orElseThrow());
        HeldOutFigures.Side tuned = java.util.Objects.requireNonNull(figures.tuned());
        assertTrue(figures.tokens() > 0, figures.toString());
        assertNotEquals(figures.base(), tuned);
        Double held = java.util.Objects.requireNonNull(
                metrics(whole).get(metrics(whole).size() - 1).evalLoss());
        assertEquals(held, tuned.loss(), 1e-4, "as training itself found it last");
    }

    @Test
    void aStoppedRunSavesWhereItStandsAndGoesOnFromThere() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        RunFolder run = project.newRun(recipe(Map.of("train.0.checkpoint-every", "0")));
        WorkerProcess worker = start(run, false);
        waitFor(() -> steps(run).size() >= 8);
        run.requestStop(StopRequest.SAVE);

        assertEquals(5, finish(worker), () -> log(run));
        assertEquals(RunState.CANCELLED, run.state());
        int before = steps(run).size();
        assertEquals(0, finish(start(run, true)), () -> log(run));
        Event.Resumed resumed = (Event.Resumed) events(run).stream()
                .filter(Event.Resumed.class::isInstance)
                .findFirst()
                .orElseThrow();
        // the evaluation before the first step has a line, too
        assertEquals(before - 1, resumed.step());
    }

    @Test
    void onlyWhatAChangeMakesStaleIsMadeAnew() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        Recipe recipe = recipe(Map.of());
        RunFolder first = project.newJob(recipe, Step.MIX);
        RunSession.run(first, new RunOptions(Step.IMPORT, Step.MIX, false, "cpu", 2), event -> {});
        assertEquals(StepState.DONE, project.state(recipe, Step.MIX));

        assertEquals(StepState.DONE, project.state(recipe(Map.of("train.0.learning-rate", "1e-4")), Step.MIX));
        Recipe otherRule = recipe(Map.of("clean.0.min", "6"));
        assertEquals(StepState.DONE, project.state(otherRule, Step.IMPORT));
        assertEquals(StepState.STALE, project.state(otherRule, Step.CLEAN));
        assertEquals(StepState.STALE, project.state(otherRule, Step.TOKENIZER));
        Files.writeString(folder.resolve("texts.txt"), "one more line\n");
        assertEquals(StepState.STALE, project.state(recipe, Step.IMPORT));
    }

    @Test
    void aCancelledStepLeavesNoResult() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        Recipe recipe = recipe(Map.of());
        RunFolder job = project.newJob(recipe, Step.MIX);
        job.requestStop(StopRequest.DISCARD);
        org.junit.jupiter.api.Assertions.assertThrows(
                lathe.run.RunCancelledException.class,
                () -> RunSession.run(job, new RunOptions(Step.IMPORT, Step.MIX, false, "cpu", 2), event -> {}));

        assertEquals(RunState.CANCELLED, job.state());
        assertEquals(StepState.MISSING, project.state(recipe, Step.IMPORT));
    }

    @Test
    void theFrozenRecipeIsCompleteAbsoluteAndSaysWhatItWasMadeFrom() throws Exception {
        RunFolder run = Project.at(folder.resolve("out")).newRun(recipe(Map.of()));
        String frozen = Files.readString(run.recipeFile());

        assertEquals(recipe(Map.of()), run.recipe());
        assertTrue(frozen.contains("# web: sha256 "), frozen);
        assertTrue(frozen.contains("# Frozen by Lathe "), frozen);
        assertTrue(Path.of(run.recipe().corpus().get(0).path()).isAbsolute());
        assertNotNull(run.recipe());
        assertFalse(run.recipe().train().isEmpty());
    }

    private Recipe recipe(Map<String, String> overrides) throws Failure, IOException {
        return RecipeFile.resolve(RecipeFile.read(folder.resolve("tiny.yaml"), overrides), folder);
    }

    private static WorkerProcess start(RunFolder run, boolean resume) throws IOException, Failure {
        return WorkerProcess.start(new WorkerProcess.Job(run, Step.IMPORT, Step.EXPORT, resume, "cpu", 1));
    }

    private static int finish(WorkerProcess worker) throws Exception {
        waitFor(() -> !worker.isAlive());
        return worker.exitStatus();
    }

    /** A condition on files that another process writes. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void waitFor(Condition condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.holds()) {
            assertTrue(System.currentTimeMillis() < end, "waited too long");
            Thread.sleep(20);
        }
    }

    private static List<String> steps(RunFolder run) throws IOException {
        List<String> steps = new ArrayList<>();
        for (StepMetrics step : metrics(run)) {
            steps.add(step.stage() + "/" + step.step());
        }
        return steps;
    }

    private static Map<String, Double> losses(RunFolder run) throws IOException {
        Map<String, Double> losses = new TreeMap<>();
        for (StepMetrics step : metrics(run)) {
            losses.put(step.stage() + "/" + step.step(), step.loss() + 1e3 * step.gradNorm());
        }
        return losses;
    }

    private static List<StepMetrics> metrics(RunFolder run) throws IOException {
        List<StepMetrics> metrics = new ArrayList<>();
        if (Files.exists(run.metrics())) {
            String text = Files.readString(run.metrics());
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                metrics.add(Json.mapper().readValue(line, StepMetrics.class));
            }
        }
        return metrics;
    }

    private static List<Event> events(RunFolder run) throws IOException {
        return new RunFollower(run).poll();
    }

    private static String log(RunFolder run) {
        try {
            return Files.readString(run.workerLog());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
