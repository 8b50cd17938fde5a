package lathe.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.pipeline.EventLog;
import lathe.run.Event;
import lathe.run.Json;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;

/** Prints events: as lines for people, and as JSON where asked. */
final class Reporter implements Consumer<Event> {
    private static final long SPEAK_EVERY_NANOS = 2_000_000_000L;

    private final PrintStream people;
    private final @Nullable PrintStream machines;
    private long spoke;

    Reporter(PrintStream people, @Nullable PrintStream machines) {
        this.people = people;
        this.machines = machines;
    }

    @Override
    public synchronized void accept(Event event) {
        if (machines != null) {
            machines.println(Json.line(EventLog.toJson(event)));
        }
        String line = describe(event);
        if (!line.isEmpty()) {
            people.println(line);
        }
    }

    private String describe(Event event) {
        if (event instanceof Event.Phase phase) {
            return String.format(Locale.ROOT, "%-10s %s", phase.step(), phase.phase());
        }
        if (event instanceof Event.Progress progress) {
            return isDue(progress.done() == progress.total()) ? describe(progress) : "";
        }
        if (event instanceof Event.Metric metric) {
            return isDue(metric.metrics().evalLoss() != null) ? describe(metric.metrics()) : "";
        }
        if (event instanceof Event.Warning warning) {
            String where = warning.where().isEmpty() ? "" : " (" + warning.where() + ")";
            return "warning    " + warning.what() + where;
        }
        if (event instanceof Event.Artifact artifact) {
            return String.format(Locale.ROOT, "%-10s -> %s", artifact.kind(), artifact.path());
        }
        if (event instanceof Event.Resumed resumed) {
            return "resumed    stage " + resumed.stage() + " after step " + resumed.step();
        }
        // how a run ends is told by the verb, with its exit status
        return "";
    }

    private static String describe(Event.Progress progress) {
        String records = progress.records() > 0 ? String.format(Locale.ROOT, ", %,d records", progress.records()) : "";
        return progress.total() > 0
                ? String.format(
                        Locale.ROOT,
                        "           %,d of %,d %s%s",
                        progress.done(),
                        progress.total(),
                        progress.unit(),
                        records)
                : String.format(Locale.ROOT, "           %,d %s%s", progress.done(), progress.unit(), records);
    }

    private static String describe(StepMetrics m) {
        String eval = m.evalLoss() == null ? "" : String.format(Locale.ROOT, "  held-out %.4f", m.evalLoss());
        return String.format(
                Locale.ROOT,
                "           stage %d step %,d  loss %.4f%s  lr %.2e  |g| %.2f  %,.0f tokens/s  %,d MB",
                m.stage(),
                m.step(),
                m.loss(),
                eval,
                m.lr(),
                m.gradNorm(),
                m.tokensPerS(),
                m.memoryBytes() >> 20);
    }

    private boolean isDue(boolean important) {
        boolean due = important || System.nanoTime() - spoke > SPEAK_EVERY_NANOS;
        if (due) {
            spoke = System.nanoTime();
        }
        return due;
    }
}
