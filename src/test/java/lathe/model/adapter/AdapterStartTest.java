package lathe.model.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.List;
import lathe.model.Golden;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.quant.WeightForm;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How adapters begin. */
class AdapterStartTest {
    private static final int[] IDS = {5, 1, 58, 8, 40, 3};
    private static final AdapterConfig SHAPE = AdapterConfig.lora(3, 6, 0, "q_proj", "down_proj");

    private final Golden golden;
    private final ModelLayout layout;

    AdapterStartTest() throws Exception {
        golden = Golden.adapterOf("rslora");
        layout = ModelLayout.of(ModelFolder.config(golden.folder()));
    }

    private List<NDArray> weights(Torch torch) throws Exception {
        return ModelFolder.weights(torch, golden.folder(), TensorType.F32);
    }

    private float[] logits(Torch torch, List<NDArray> weights, LoraAdapter adapter) throws Exception {
        try (LanguageModel model = new LanguageModel(torch, layout, weights, adapter, TensorType.F32)) {
            return model.logits(IDS);
        }
    }

    private static LoraAdapter start(Torch torch, ModelLayout layout, List<NDArray> weights, LoraSettings.Init init)
            throws Exception {
        return new AdapterStart(torch, layout, SHAPE, init, 8).beside(weights, WeightForm.DENSE);
    }

    @ParameterizedTest
    @EnumSource(LoraSettings.Init.class)
    void newAdapterChangesNothing(LoraSettings.Init init) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel plain = LanguageModel.open(torch, golden.folder(), null)) {
            List<NDArray> weights = weights(torch);
            LoraAdapter adapter = start(torch, layout, weights, init);
            assertArrayEquals(plain.logits(IDS), logits(torch, weights, adapter), 2e-5f);
        }
    }

    @ParameterizedTest
    @EnumSource(LoraSettings.Init.class)
    void trainedAdapterIsSavedForTheModelAsItIs(LoraSettings.Init init, @TempDir Path folder) throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = weights(torch);
            LoraAdapter adapter = start(torch, layout, weights, init);
            adapter.matrices().forEach(matrix -> matrix.addi(0.05f));
            float[] trained = logits(torch, weights, adapter);
            AdapterFolder.write(folder.resolve("a"), adapter, golden.folder());
            LoraAdapter saved = AdapterFolder.read(torch, folder.resolve("a"), layout);
            assertArrayEquals(trained, logits(torch, weights(torch), saved), 5e-5f);
            boolean taken = init == LoraSettings.Init.PISSA || init == LoraSettings.Init.OLORA;
            assertEquals(taken ? 6 : 3, saved.config().r());
        }
    }

    @Test
    void pissaTakesTheMainPart() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> whole = weights(torch);
            List<NDArray> rest = weights(torch);
            LoraAdapter adapter = start(torch, layout, rest, LoraSettings.Init.PISSA);
            int at = layout.index(0, SHAPE.targeted(layout).get(0));
            assertNotEquals(0, whole.get(at).sub(rest.get(at)).norm().getFloat());
            // what is left has nothing in the directions that A holds
            float left = rest.get(at)
                    .matMul(adapter.matrices().get(0).transpose())
                    .abs()
                    .max()
                    .getFloat();
            assertTrue(left < 1e-5, "left " + left);
            assertTrue(rest.get(at).norm().getFloat() < whole.get(at).norm().getFloat());
        }
    }

    @Test
    void doraBeginsWithTheLengthsOfRows() throws Exception {
        AdapterConfig dora = new AdapterConfig(
                3,
                6,
                0,
                SHAPE.targets(),
                new AdapterConfig.Kind(false, true),
                AdapterConfig.Patterns.NONE,
                AdapterConfig.Saved.NONE);
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = weights(torch);
            LoraAdapter adapter = new AdapterStart(torch, layout, dora, LoraSettings.Init.DEFAULT, 8)
                    .beside(weights, WeightForm.DENSE);
            NDArray q = weights.get(layout.index(0, dora.targeted(layout).get(0)));
            float[] lengths = q.norm(new int[] {1}).toFloatArray();
            assertArrayEquals(lengths, adapter.matrices().get(2).toFloatArray(), 1e-6f);
        }
    }
}
