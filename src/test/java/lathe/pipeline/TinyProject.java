package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lathe.recipe.Recipe;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Randoms;
import lathe.run.StepMetrics;

/** A recipe of seconds, its sources, and workers that carry it out. */
final class TinyProject {
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

    private final Path folder;

    TinyProject(Path folder) throws IOException {
        this.folder = folder;
        writeSources();
    }

    private void writeSources() throws IOException {
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

    Recipe recipe(Map<String, String> overrides) throws Failure, IOException {
        return RecipeFile.resolve(RecipeFile.read(folder.resolve("tiny.yaml"), overrides), folder);
    }

    static WorkerProcess start(RunFolder run, boolean resume) throws IOException, Failure {
        return WorkerProcess.start(new WorkerProcess.Job(run, Step.IMPORT, Step.EXPORT, resume, "cpu", 1));
    }

    static int finish(WorkerProcess worker) throws Exception {
        waitFor(() -> !worker.isAlive());
        return worker.exitStatus();
    }

    /** A condition on files that another process writes. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    static void waitFor(Condition condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.holds()) {
            assertTrue(System.currentTimeMillis() < end, "waited too long");
            Thread.sleep(20);
        }
    }

    static List<String> steps(RunFolder run) throws IOException {
        List<String> steps = new ArrayList<>();
        for (StepMetrics step : metrics(run)) {
            steps.add(step.stage() + "/" + step.step());
        }
        return steps;
    }

    static Map<String, Double> losses(RunFolder run) throws IOException {
        Map<String, Double> losses = new TreeMap<>();
        for (StepMetrics step : metrics(run)) {
            losses.put(step.stage() + "/" + step.step(), step.loss() + 1e3 * step.gradNorm());
        }
        return losses;
    }

    static List<StepMetrics> metrics(RunFolder run) throws IOException {
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

    static List<Event> events(RunFolder run) throws IOException {
        return new RunFollower(run).poll();
    }

    static String log(RunFolder run) {
        try {
            return Files.readString(run.workerLog());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
