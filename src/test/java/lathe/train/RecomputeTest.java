package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import lathe.model.Golden;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterStart;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.quant.WeightForm;
import lathe.model.script.Arithmetic;
import lathe.model.text.TokenBatch;
import lathe.program.Arguments;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that are computed again give the same gradients, with dropout too. */
class RecomputeTest {
    static List<String> families() throws IOException {
        return Golden.adaptedFamilies();
    }

    @ParameterizedTest
    @MethodSource("families")
    void gradientsAreEqualWithDropout(String name) throws Exception {
        for (boolean dora : new boolean[] {false, true}) {
            float[][] kept = gradients(name, dora, Arithmetic.plain(TensorType.F32));
            float[][] again =
                    gradients(name, dora, Arithmetic.plain(TensorType.F32).recomputing());
            assertTrue(kept.length > 1);
            for (int i = 0; i < kept.length; i++) {
                assertArrayEquals(kept[i], again[i], 1e-6f, "gradient " + i);
            }
        }
    }

    private static float[][] gradients(String name, boolean dora, Arithmetic arithmetic) throws Exception {
        Golden golden = Golden.family(name);
        try (Torch torch = Torch.open("cpu", 1);
                NDManager scope = torch.manager().newSubManager()) {
            List<NDArray> weights = ModelFolder.weights(torch, golden.folder(), TensorType.F32);
            Trainee trainee = Trainee.lora(torch, weights, adapter(torch, golden, weights, dora), arithmetic);
            TokenBatch batch = TokenBatch.of(golden.steps().get(0));
            List<NDArray> in = batch.tensors(scope);
            Arguments arguments = Arguments.of()
                    .tensor(in.get(0))
                    .tensor(in.get(1))
                    .tensor(in.get(2))
                    .list(trainee.weights())
                    .list(trainee.adapterArgument())
                    .ints(77, 64)
                    .floats(1.0 / batch.trainedTokens(), 0.5);
            return trainee.program().callWithGradients("backward", scope, arguments).stream()
                    .map(NDArray::toFloatArray)
                    .toArray(float[][]::new);
        }
    }

    private static LoraAdapter adapter(Torch torch, Golden golden, List<NDArray> weights, boolean dora)
            throws Exception {
        AdapterConfig plain = AdapterConfig.lora(3, 6, 0.5, "all-linear");
        AdapterConfig config = new AdapterConfig(
                plain.r(),
                plain.alpha(),
                plain.dropout(),
                plain.targets(),
                new AdapterConfig.Kind(false, dora),
                plain.patterns(),
                plain.saved());
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
        LoraAdapter adapter =
                new AdapterStart(torch, layout, config, LoraSettings.Init.DEFAULT, 4).beside(weights, WeightForm.DENSE);
        // B is zero at first, and with it the gradient of A
        adapter.matrices().forEach(matrix -> matrix.addi(0.05f));
        return adapter;
    }
}
