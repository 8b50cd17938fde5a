package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.run.Event;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed by the system's own signal, or paused, and go on as if nothing had been. */
class KillTest {
    /** A model of which a checkpoint takes long enough to be hit, written after every step. */
    private static final Map<String, String> OFTEN = Map.of(
            "model.hidden-size", "64",
            "train.0.checkpoint-every", "1",
            "train.0.optimizer", "adamw-8bit",
            "train.1.steps", "16",
            "train.1.checkpoint-every", "1",
            "train.1.loss.neftune-noise-alpha", "5");

    private final TinyProject tiny;
    private final Project project;

    KillTest(@TempDir Path folder) throws IOException {
        tiny = new TinyProject(folder);
        project = Project.at(folder.resolve("out"));
    }

    private static void kill(WorkerProcess worker) throws Exception {
        worker.kill();
        assertNotEquals(0, TinyProject.finish(worker));
    }

    private static List<String> halves(RunFolder run) throws IOException {
        if (!Files.exists(run.checkpoints())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(run.checkpoints())) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".part"))
                    .toList();
        }
    }

    /** Waits until a checkpoint of a stage is being written, after a step. */
    private static void awaitWriting(RunFolder run, int stage, int step) throws Exception {
        TinyProject.waitFor(() -> TinyProject.steps(run).contains(stage + "/" + step));
        long end = System.nanoTime() + 20_000_000_000L;
        while (halves(run).stream().noneMatch(name -> name.startsWith("stage-" + stage))) {
            assertTrue(System.nanoTime() < end, "no checkpoint was seen while it was written");
            Thread.sleep(1);
        }
    }

    private static void pauseAndGoOn(RunFolder run) throws Exception {
        run.requestPause();
        TinyProject.waitFor(() -> TinyProject.events(run).contains(new Event.Phase("train", "paused")));
        List<String> before = TinyProject.steps(run);
        Thread.sleep(300);
        assertEquals(before, TinyProject.steps(run));
        assertEquals(RunState.RUNNING, run.state());
        run.endPause();
        TinyProject.waitFor(() -> TinyProject.events(run).contains(new Event.Phase("train", "going on")));
    }

    private static WorkerProcess start(RunFolder run, boolean resume) throws Exception {
        return WorkerProcess.start(new WorkerProcess.Job(run, Step.IMPORT, Step.TRAIN, resume, "cpu", 1));
    }

    @Test
    void killedAgainAndAgainAlsoWithinCheckpointsAndPausedItIsTheUndisturbedRun() throws Exception {
        RunFolder whole = project.newRun(tiny.recipe(OFTEN));
        assertEquals(0, TinyProject.finish(start(whole, false)), () -> TinyProject.log(whole));

        RunFolder killed = project.newRun(tiny.recipe(OFTEN));
        WorkerProcess worker = start(killed, false);
        awaitWriting(killed, 0, 3);
        kill(worker);

        worker = start(killed, true);
        TinyProject.waitFor(() -> TinyProject.steps(killed).contains("0/10"));
        pauseAndGoOn(killed);
        TinyProject.waitFor(() -> TinyProject.steps(killed).contains("0/27"));
        kill(worker);

        worker = start(killed, true);
        awaitWriting(killed, 1, 3);
        kill(worker);

        assertEquals(0, TinyProject.finish(start(killed, true)), () -> TinyProject.log(killed));
        assertEquals(TinyProject.steps(whole), TinyProject.steps(killed));
        assertEquals(TinyProject.losses(whole), TinyProject.losses(killed));
        assertEquals(List.of(), halves(killed));
        long resumed = TinyProject.events(killed).stream()
                .filter(Event.Resumed.class::isInstance)
                .count();
        assertTrue(resumed >= 3, "went on " + resumed + " times");
    }

    @Test
    void aPausedRunCanBeStoppedAndSavesWhereItStands() throws Exception {
        RunFolder run = project.newRun(tiny.recipe(Map.of("train.0.checkpoint-every", "0")));
        WorkerProcess worker = start(run, false);
        TinyProject.waitFor(() -> TinyProject.steps(run).contains("0/4"));
        run.requestPause();
        TinyProject.waitFor(() -> TinyProject.events(run).contains(new Event.Phase("train", "paused")));
        run.requestStop(StopRequest.SAVE);

        assertEquals(5, TinyProject.finish(worker), () -> TinyProject.log(run));
        List<String> steps = TinyProject.steps(run);
        String last = steps.get(steps.size() - 1).substring(2);
        assertTrue(
                Files.exists(run.checkpoints().resolve("stage-0-step-" + last).resolve("state.json")), last);
    }
}
