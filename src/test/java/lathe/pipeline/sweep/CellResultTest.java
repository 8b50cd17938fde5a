package lathe.pipeline.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import lathe.pipeline.RunFolder;
import lathe.run.Json;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellResultTest {
    @TempDir
    private Path folder;

    @Test
    void theLastStageCounts() throws Exception {
        StringBuilder lines = new StringBuilder();
        lines.append(Json.line(step(0, 1, 9, 999_999, 1.0))).append('\n');
        for (int i = 1; i <= 20; i++) {
            lines.append(Json.line(step(1, i, 4 - 0.1 * i, 1000 + i, held(i)))).append('\n');
        }
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.metrics(), lines);
        Files.write(Files.createDirectories(run.adapter(1)).resolve("adapter_model.safetensors"), new byte[77]);

        CellResult cell = CellResult.of(Map.of("r", "4"), run);

        assertEquals(20, cell.steps());
        assertEquals(2.05, Objects.requireNonNull(cell.loss()), 1e-9, "mean of the last two of twenty");
        assertEquals(2.75, cell.evalLoss());
        assertEquals(2.5, cell.bestEvalLoss());
        assertEquals(1020, cell.memoryBytes());
        assertEquals(19, Objects.requireNonNull(cell.seconds()), 1e-9);
        assertEquals(77, cell.adapterBytes());
    }

    @Test
    void aRunWithoutStepsHasNoFigures() throws Exception {
        CellResult cell = CellResult.of(Map.of(), new RunFolder(folder));

        assertEquals(0, cell.steps());
        assertNull(cell.loss());
        assertNull(cell.adapterBytes());
    }

    private static @Nullable Double held(int step) {
        return step == 10 ? Double.valueOf(2.5) : step == 20 ? Double.valueOf(2.75) : null;
    }

    private static StepMetrics step(int stage, long step, double loss, long memory, @Nullable Double held) {
        return new StepMetrics(stage, step, 1, 10 * step, loss, 1e-3, 1, 100 + step, memory, 1000.0 + step, held);
    }
}
