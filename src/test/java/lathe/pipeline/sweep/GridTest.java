package lathe.pipeline.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    @Test
    void allCombinationsTheLastKeyFastest() throws Exception {
        Grid grid = Grid.parse(List.of("train.1.lora.r=4,8", "train.1.lora.alpha=8, 16"));

        assertEquals(
                List.of("r4-alpha8", "r4-alpha16", "r8-alpha8", "r8-alpha16"),
                grid.cells().stream().map(Grid.Cell::name).toList());
        assertEquals(
                Map.of("train.1.lora.r", "8", "train.1.lora.alpha", "16"),
                grid.cells().get(3).values());
    }

    @Test
    void listsAreValues() throws Exception {
        Grid grid = Grid.parse(List.of("train.0.lora.targets=[q_proj,v_proj],all-linear"));

        assertEquals(List.of("[q_proj,v_proj]", "all-linear"), grid.values().get("train.0.lora.targets"));
        assertEquals("targets_q_proj_v_proj_", grid.cells().get(0).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "r=", "=4", "r=4,,8"})
    void whatIsNoGridIsRefused(String axis) {
        assertEquals(
                "--grid",
                assertThrows(Failure.class, () -> Grid.parse(List.of(axis))).where());
    }

    @Test
    void aKeyIsNamedOnce() {
        assertThrows(Failure.class, () -> Grid.parse(List.of("seed=1", "seed=2")));
    }
}
