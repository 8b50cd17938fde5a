package lathe.model.resize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lathe.model.Golden;
import lathe.model.file.ModelFolder;
import lathe.program.TensorType;
import lathe.program.Torch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of tokens under the names of several families. */
class FamilyResizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied", "gemma2", "phi3"})
    void tablesGetTheirNewRowsAndNothingElseChanges(String name, @TempDir Path folder) throws Exception {
        Path golden = Golden.family(name).folder();
        int old = ModelFolder.config(golden).vocabSize();
        int[][] sources = IntStream.range(0, old + 2)
                .mapToObj(i -> new int[] {(i + 1) % old})
                .toArray(int[][]::new);
        VocabRows rows = new VocabRows(old, IntStream.range(0, old).toArray(), sources);
        ResizedModel.write(golden, rows, golden, folder.resolve("m"));
        assertEquals(old + 2, ModelFolder.config(folder.resolve("m")).vocabSize());
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> before = ModelFolder.weights(torch, golden, TensorType.F32);
            List<NDArray> after = ModelFolder.weights(torch, folder.resolve("m"), TensorType.F32);
            assertArrayEquals(
                    before.get(0).get(1).toFloatArray(), after.get(0).get(0).toFloatArray());
            assertArrayEquals(before.get(3).toFloatArray(), after.get(3).toFloatArray());
        }
    }
}
