package lathe.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import lathe.run.Event;
import lathe.run.Json;
import lathe.run.JsonLinesWriter;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StepMetrics;
import lathe.run.StopRequest;
import lathe.run.WholeFile;

/** A run's surroundings: its events go to the files of its folder, its requests come from there. */
final class FolderContext implements RunContext, AutoCloseable {
    private static final long ASK_EVERY_NANOS = 50_000_000L;
    private static final long PROGRESS_EVERY_NANOS = 200_000_000L;
    private static final long PAUSE_MILLIS = 200;

    private final RunFolder run;
    private final Consumer<Event> watcher;
    private final JsonLinesWriter events;
    private JsonLinesWriter metrics;
    private volatile StopRequest stop = StopRequest.NONE;
    private volatile String step = "run";
    private long asked;
    private long reported;

    FolderContext(RunFolder run, Consumer<Event> watcher) throws IOException {
        this.run = run;
        this.watcher = watcher;
        events = new JsonLinesWriter(run.events());
        metrics = new JsonLinesWriter(run.metrics());
    }

    /** Looks at the control files, at most twenty times a second. */
    @Override
    public synchronized StopRequest stopRequest() {
        if (stop == StopRequest.NONE && System.nanoTime() - asked > ASK_EVERY_NANOS) {
            asked = System.nanoTime();
            stop = run.stopRequest();
        }
        return stop;
    }

    @Override
    public void checkCancelled() throws RunCancelledException {
        waitWhilePaused();
        RunContext.super.checkCancelled();
    }

    @Override
    public void waitWhilePaused() throws RunCancelledException {
        if (!run.pauseRequested()) {
            return;
        }
        emit(new Event.Phase(step, "paused"));
        while (run.pauseRequested() && stopRequest() == StopRequest.NONE) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunCancelledException();
            }
        }
        emit(new Event.Phase(step, "going on"));
    }

    @Override
    public synchronized void emit(Event event) {
        if (event instanceof Event.Progress progress && !isDue(progress)) {
            return;
        }
        if (event instanceof Event.Phase phase) {
            step = phase.step();
        }
        watcher.accept(event);
        try {
            events.append(EventLog.toJson(event));
            if (event instanceof Event.Metric metric) {
                metrics.append(metric.metrics());
            }
            if (event instanceof Event.Resumed resumed) {
                cutMetrics(resumed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The curve goes on from the checkpoint: what came after it is computed anew. */
    private void cutMetrics(Event.Resumed resumed) throws IOException {
        metrics.close();
        StringBuilder kept = new StringBuilder();
        for (String line : Files.readAllLines(run.metrics())) {
            StepMetrics step = Json.mapper().readValue(line, StepMetrics.class);
            if (step.stage() < resumed.stage()
                    || (step.stage() == resumed.stage() && resumed.step() > 0 && step.step() <= resumed.step())) {
                kept.append(line).append('\n');
            }
        }
        WholeFile.write(run.metrics(), kept.toString());
        metrics = new JsonLinesWriter(run.metrics());
    }

    private boolean isDue(Event.Progress progress) {
        boolean due = progress.done() == progress.total() || System.nanoTime() - reported > PROGRESS_EVERY_NANOS;
        if (due) {
            reported = System.nanoTime();
        }
        return due;
    }

    @Override
    public void close() throws IOException {
        events.close();
        metrics.close();
    }
}
