package lathe.pipeline.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.pipeline.RunFolder;
import lathe.run.Event;
import lathe.run.Json;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What came of one combination, of the last stage that it trained.
 *
 * @param values of the keys
 * @param run its folder's name
 * @param state done, failed, cancelled or crashed
 * @param steps optimizer steps made
 * @param loss mean of the last tenth of steps; null where there are none
 * @param evalLoss the last on held-out data
 * @param bestEvalLoss the smallest on held-out data
 * @param memoryBytes most that was in use
 * @param tokensPerS median of all steps
 * @param seconds from the first step to the last
 * @param adapterBytes size of the adapter's weights; null where none was trained
 * @param failure why it failed
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellResult(
        Map<String, String> values,
        String run,
        String state,
        long steps,
        @Nullable Double loss,
        @Nullable Double evalLoss,
        @Nullable Double bestEvalLoss,
        @Nullable Long memoryBytes,
        @Nullable Double tokensPerS,
        @Nullable Double seconds,
        @Nullable Long adapterBytes,
        @Nullable String failure) {
    private static final int LAST_PART = 10;

    /** Reads what a run has left. */
    public static CellResult of(Map<String, String> values, RunFolder run) throws IOException {
        List<StepMetrics> steps = lastStage(run);
        int part = Math.max(1, steps.size() / LAST_PART);
        List<Double> held = new ArrayList<>();
        steps.forEach(step -> {
            if (step.evalLoss() != null) {
                held.add(step.evalLoss());
            }
        });
        boolean none = steps.isEmpty();
        return new CellResult(
                values,
                run.name(),
                run.state().name().toLowerCase(java.util.Locale.ROOT),
                none ? 0 : steps.get(steps.size() - 1).step(),
                none
                        ? null
                        : steps.subList(steps.size() - part, steps.size()).stream()
                                .mapToDouble(StepMetrics::loss)
                                .average()
                                .orElseThrow(),
                held.isEmpty() ? null : held.get(held.size() - 1),
                held.stream().min(Double::compare).orElse(null),
                none
                        ? null
                        : steps.stream()
                                .mapToLong(StepMetrics::memoryBytes)
                                .max()
                                .orElseThrow(),
                none ? null : median(steps),
                none ? null : steps.get(steps.size() - 1).time() - steps.get(0).time(),
                adapter(run),
                run.lastEvent().orElse(null) instanceof Event.Failed failed ? failed.what() : null);
    }

    private static List<StepMetrics> lastStage(RunFolder run) throws IOException {
        List<StepMetrics> steps = new ArrayList<>();
        if (Files.exists(run.metrics())) {
            for (String line : Files.readAllLines(run.metrics(), StandardCharsets.UTF_8)) {
                StepMetrics step = Json.mapper().readValue(line, StepMetrics.class);
                if (!steps.isEmpty() && steps.get(0).stage() != step.stage()) {
                    steps.clear();
                }
                steps.add(step);
            }
        }
        return steps;
    }

    private static double median(List<StepMetrics> steps) {
        double[] all =
                steps.stream().mapToDouble(StepMetrics::tokensPerS).sorted().toArray();
        return all[all.length / 2];
    }

    private static @Nullable Long adapter(RunFolder run) throws IOException {
        Path adapters = run.folder().resolve("adapter");
        if (!Files.isDirectory(adapters)) {
            return null;
        }
        try (Stream<Path> files = Files.walk(adapters)) {
            return files
                    .filter(file -> file.getFileName().toString().endsWith(".safetensors"))
                    .mapToLong(CellResult::size)
                    .max()
                    .stream()
                    .boxed()
                    .findFirst()
                    .orElse(null);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
