package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lathe.evaluate.HeldOutFigures;
import lathe.recipe.Recipe;
import lathe.run.Event;
import lathe.run.Json;
import lathe.run.StopRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs in worker processes, disturbed and undisturbed. */
class RunTest {
    @TempDir
    Path folder;

    private TinyProject tiny;

    @BeforeEach
    void writeSources() throws IOException {
        tiny = new TinyProject(folder);
    }

    @Test
    void aKilledWorkerIsNoticedAndTheResumedRunIsTheUndisturbedOne() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        RunFolder whole = project.newRun(tiny.recipe(Map.of()));
        assertEquals(0, TinyProject.finish(TinyProject.start(whole, false)), () -> TinyProject.log(whole));
        assertEquals(RunState.DONE, whole.state());

        RunFolder killed = project.newRun(tiny.recipe(Map.of()));
        assertEquals("tiny-2", killed.name());
        WorkerProcess worker = TinyProject.start(killed, false);
        TinyProject.waitFor(() -> TinyProject.steps(killed).size() >= 12);
        worker.kill();
        assertNotEquals(0, TinyProject.finish(worker));
        assertEquals(RunState.CRASHED, killed.state());
        assertEquals(killed, project.resumable(tiny.recipe(Map.of())).orElseThrow());

        assertEquals(0, TinyProject.finish(TinyProject.start(killed, true)), () -> TinyProject.log(killed));
        assertEquals(RunState.DONE, killed.state());
        assertEquals(TinyProject.losses(whole), TinyProject.losses(killed));
        assertEquals(TinyProject.steps(whole), TinyProject.steps(killed));
        assertTrue(TinyProject.events(killed).stream().anyMatch(Event.Resumed.class::isInstance));
        assertEquals(Json.parse(Files.readString(Answers.in(whole))), Json.parse(Files.readString(Answers.in(killed))));
        HeldOutFigures figures = HeldOutFigures.read(whole.folder()).orElseThrow();
        assertEquals(figures, HeldOutFigures.read(killed.folder()).orElseThrow());
        HeldOutFigures.Side tuned = java.util.Objects.requireNonNull(figures.tuned());
        assertTrue(figures.tokens() > 0, figures.toString());
        assertNotEquals(figures.base(), tuned);
        Double held = java.util.Objects.requireNonNull(TinyProject.metrics(whole)
                .get(TinyProject.metrics(whole).size() - 1)
                .evalLoss());
        assertEquals(held, tuned.loss(), 1e-4, "as training itself found it last");
    }

    @Test
    void aStoppedRunSavesWhereItStandsAndGoesOnFromThere() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        RunFolder run = project.newRun(tiny.recipe(Map.of("train.0.checkpoint-every", "0")));
        WorkerProcess worker = TinyProject.start(run, false);
        TinyProject.waitFor(() -> TinyProject.steps(run).size() >= 8);
        run.requestStop(StopRequest.SAVE);

        assertEquals(5, TinyProject.finish(worker), () -> TinyProject.log(run));
        assertEquals(RunState.CANCELLED, run.state());
        int before = TinyProject.steps(run).size();
        assertEquals(0, TinyProject.finish(TinyProject.start(run, true)), () -> TinyProject.log(run));
        Event.Resumed resumed = (Event.Resumed) TinyProject.events(run).stream()
                .filter(Event.Resumed.class::isInstance)
                .findFirst()
                .orElseThrow();
        // the evaluation before the first step has a line, too
        assertEquals(before - 1, resumed.step());
    }

    @Test
    void onlyWhatAChangeMakesStaleIsMadeAnew() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        Recipe recipe = tiny.recipe(Map.of());
        RunFolder first = project.newJob(recipe, Step.MIX);
        RunSession.run(first, new RunOptions(Step.IMPORT, Step.MIX, false, "cpu", 2), event -> {});
        assertEquals(StepState.DONE, project.state(recipe, Step.MIX));

        assertEquals(StepState.DONE, project.state(tiny.recipe(Map.of("train.0.learning-rate", "1e-4")), Step.MIX));
        Recipe otherRule = tiny.recipe(Map.of("clean.0.min", "6"));
        assertEquals(StepState.DONE, project.state(otherRule, Step.IMPORT));
        assertEquals(StepState.STALE, project.state(otherRule, Step.CLEAN));
        assertEquals(StepState.STALE, project.state(otherRule, Step.TOKENIZER));
        Files.writeString(folder.resolve("texts.txt"), "one more line\n");
        assertEquals(StepState.STALE, project.state(recipe, Step.IMPORT));
    }

    @Test
    void aCancelledStepLeavesNoResult() throws Exception {
        Project project = Project.at(folder.resolve("out"));
        Recipe recipe = tiny.recipe(Map.of());
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
        RunFolder run = Project.at(folder.resolve("out")).newRun(tiny.recipe(Map.of()));
        String frozen = Files.readString(run.recipeFile());

        assertEquals(tiny.recipe(Map.of()), run.recipe());
        assertTrue(frozen.contains("# web: sha256 "), frozen);
        assertTrue(frozen.contains("# Frozen by Lathe "), frozen);
        assertTrue(Path.of(run.recipe().corpus().get(0).path()).isAbsolute());
        assertNotNull(run.recipe());
        assertFalse(run.recipe().train().isEmpty());
    }
}
