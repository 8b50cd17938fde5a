package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.StepMetrics;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path folder;

    @Test
    void theStateIsReadFromTheFolderAlone() throws Exception {
        assertEquals(RunState.NEW, run().state());
        try (RunLock lock = RunLock.take(folder);
                FolderContext context = context()) {
            assertTrue(lock != null);
            assertEquals(RunState.RUNNING, run().state());
            context.phase("train", "first step");
        }
        assertEquals(RunState.CRASHED, run().state(), "it ended without a word");
        emit(new Event.Failed("what", "where", "safe", List.of("mend")));
        assertEquals(RunState.FAILED, run().state());
        emit(new Event.Done(true));
        assertEquals(RunState.CANCELLED, run().state());
        emit(new Event.Done(false));
        assertEquals(RunState.DONE, run().state());
    }

    @Test
    void aSecondWriterIsTurnedAwayWithStatusThree() throws Exception {
        try (RunLock lock = RunLock.take(folder)) {
            Failure failure = assertThrows(Failure.class, () -> RunLock.take(folder));
            assertEquals(3, failure.kind().exitStatus());
            assertTrue(
                    failure.what()
                            .contains(Long.toString(ProcessHandle.current().pid())),
                    failure.what());
            assertTrue(lock != null);
        }
        RunLock.take(folder).close();
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws Exception {
        Process process =
                new ProcessBuilder("java", "-version").redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        Json.write(folder.resolve("run.lock"), new RunLock.Owner(process.pid(), 1, System.currentTimeMillis()));

        assertEquals(RunState.CRASHED, run().state());
        RunLock.take(folder).close();
    }

    @Test
    void aFollowerSeesEveryEventOnceAndWholeLinesOnly() throws Exception {
        RunFollower follower = new RunFollower(run());
        assertEquals(List.of(), follower.poll());
        emit(new Event.Phase("train", "α β 训练"));
        assertEquals(List.of(new Event.Phase("train", "α β 训练")), follower.poll());
        assertEquals(List.of(), follower.poll());

        String line = Json.line(EventLog.toJson(new Event.Metric(metrics(0, 3))));
        Files.writeString(run().events(), line.substring(0, 20), StandardOpenOption.APPEND);
        assertEquals(List.of(), follower.poll());
        Files.writeString(run().events(), line.substring(20) + "\n", StandardOpenOption.APPEND);
        assertEquals(List.of(new Event.Metric(metrics(0, 3))), follower.poll());
    }

    @Test
    void aResumedRunCutsTheCurveBackToItsCheckpoint() throws Exception {
        try (FolderContext context = context()) {
            for (int step = 1; step <= 5; step++) {
                context.emit(new Event.Metric(metrics(0, step)));
            }
            context.emit(new Event.Metric(metrics(1, 1)));
        }
        Files.writeString(run().metrics(), "{\"torn", StandardOpenOption.APPEND);
        try (FolderContext context = context()) {
            context.emit(new Event.Resumed(0, 3));
            context.emit(new Event.Metric(metrics(0, 4)));
        }
        List<Long> steps = new ArrayList<>();
        for (String line : Files.readAllLines(run().metrics())) {
            steps.add(Json.mapper().readValue(line, StepMetrics.class).step());
        }
        assertEquals(List.of(1L, 2L, 3L, 4L), steps);
    }

    @Test
    void requestsAreFilesThatAnybodyCanWrite() throws Exception {
        try (FolderContext context = context()) {
            context.checkCancelled();
        }
        Files.createDirectories(folder.resolve("control"));
        Files.createFile(folder.resolve("control/stop"));
        try (FolderContext context = context()) {
            assertEquals(StopRequest.SAVE, context.stopRequest());
            assertThrows(RunCancelledException.class, context::checkCancelled);
        }
        run().requestStop(StopRequest.DISCARD);
        try (FolderContext context = context()) {
            assertEquals(StopRequest.DISCARD, context.stopRequest());
        }
        run().clearRequests();
        try (FolderContext context = context()) {
            assertEquals(StopRequest.NONE, context.stopRequest());
        }
    }

    private RunFolder run() {
        return new RunFolder(folder);
    }

    private void emit(Event event) throws IOException {
        try (FolderContext context = context()) {
            context.emit(event);
        }
    }

    private FolderContext context() throws IOException {
        return new FolderContext(run(), event -> {});
    }

    private static StepMetrics metrics(int stage, long step) {
        return new StepMetrics(stage, step, 0.5, 100 * step, 3.25, 1e-3, 0.7, 1000, 1 << 20, 1.5, null);
    }
}
