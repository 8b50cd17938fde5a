package lathe.ui.task;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import lathe.pipeline.Hardware;
import lathe.pipeline.WorkerCommand;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import org.jspecify.annotations.Nullable;

/** A verb in a child process whose output the window shows as it comes. It ends with its {@link StageTask}. */
public final class VerbProcess {
    private static final int CHUNK = 512;

    private final String device;
    private final List<String> verb;
    private final Consumer<String> pieces;
    private final StringBuilder waiting = new StringBuilder();

    private VerbProcess(String device, List<String> verb, Consumer<String> pieces) {
        this.device = device;
        this.verb = verb;
        this.pieces = pieces;
    }

    /** What a verb wrote to its standard error, once it has ended well. */
    public record Ended(String errors) {}

    /**
     * Work that runs a verb.
     *
     * @param device auto, cpu or cuda:N
     * @param pieces is told of standard output on the JavaFX thread
     */
    public static StageTask.Work<Ended> of(String device, List<String> verb, Consumer<String> pieces) {
        return context -> new VerbProcess(device, verb, pieces).run((StageTask<?>) context);
    }

    private Ended run(StageTask<?> task) throws IOException, Failure, RunCancelledException {
        Process process = WorkerCommand.process(WorkerCommand.of(Hardware.choose(device), verb))
                .start();
        AtomicReference<@Nullable Process> running = new AtomicReference<>(process);
        Platform.runLater(() -> task.stateProperty().addListener((property, before, now) -> {
            Process alive = running.get();
            if (task.isCancelled() && alive != null) {
                alive.destroy();
            }
        }));
        try {
            process.getOutputStream().close();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> all(process));
            stream(process);
            return ended(process, errors.join(), task);
        } finally {
            running.set(null);
            process.destroy();
        }
    }

    private void stream(Process process) throws IOException {
        char[] buffer = new char[CHUNK];
        try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
                hand(new String(buffer, 0, n));
            }
        }
    }

    /** Pieces that come faster than frames are handed over together. */
    private void hand(String piece) {
        synchronized (waiting) {
            boolean first = waiting.isEmpty();
            waiting.append(piece);
            if (first) {
                Platform.runLater(this::flush);
            }
        }
    }

    private void flush() {
        String text;
        synchronized (waiting) {
            text = waiting.toString();
            waiting.setLength(0);
        }
        pieces.accept(text);
    }

    private static Ended ended(Process process, String errors, StageTask<?> task)
            throws Failure, RunCancelledException {
        task.checkCancelled();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw failure(status, errors);
            }
            return new Ended(errors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunCancelledException();
        }
    }

    /** The first line says what happened; the others, where and how to mend it. */
    private static Failure failure(int status, String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        String what = lines.isEmpty() ? "status " + status : lines.get(0).strip();
        String[] rest = lines.stream().skip(1).limit(4).map(String::strip).toArray(String[]::new);
        return Failure.badInput(what, "", rest);
    }

    private static String all(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
