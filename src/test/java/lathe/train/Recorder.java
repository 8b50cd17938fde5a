package lathe.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lathe.run.Event;
import lathe.run.RunContext;
import lathe.run.StepMetrics;
import lathe.run.StopRequest;

/** Keeps all events, and stops or breaks the run after a step. */
final class Recorder implements RunContext {
    private final List<Event> events = new ArrayList<>();
    private StopRequest asked = StopRequest.NONE;
    private StopRequest stop = StopRequest.NONE;
    private long stopAfter = Long.MAX_VALUE;
    private long crashAt = Long.MAX_VALUE;

    Recorder saveAfter(long step) {
        stopAfter = step;
        asked = StopRequest.SAVE;
        return this;
    }

    Recorder discardAfter(long step) {
        stopAfter = step;
        asked = StopRequest.DISCARD;
        return this;
    }

    Recorder crashAt(long step) {
        crashAt = step;
        return this;
    }

    @Override
    public StopRequest stopRequest() {
        return stop;
    }

    @Override
    public void emit(Event event) {
        events.add(event);
        if (event instanceof Event.Metric metric) {
            if (metric.metrics().step() == crashAt) {
                throw new IllegalStateException("killed");
            }
            stop = metric.metrics().step() >= stopAfter ? asked : StopRequest.NONE;
        }
    }

    List<Event> events() {
        return events;
    }

    List<StepMetrics> metrics() {
        return events.stream()
                .filter(Event.Metric.class::isInstance)
                .map(event -> ((Event.Metric) event).metrics())
                .toList();
    }

    static double evalLoss(StepMetrics metrics) {
        return Objects.requireNonNull(metrics.evalLoss());
    }

    List<Double> losses() {
        return metrics().stream().map(StepMetrics::loss).toList();
    }

    List<String> artifacts(String kind) {
        return events.stream()
                .filter(event -> event instanceof Event.Artifact artifact
                        && artifact.kind().equals(kind))
                .map(event -> ((Event.Artifact) event).kind())
                .toList();
    }

    String warnings() {
        return events.stream()
                .filter(Event.Warning.class::isInstance)
                .map(event -> ((Event.Warning) event).what())
                .collect(Collectors.joining("\n"));
    }
}
