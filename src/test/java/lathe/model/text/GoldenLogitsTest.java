package lathe.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.util.List;
import lathe.model.Golden;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.program.TensorType;
import lathe.program.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of transformers and PEFT for the same files. */
class GoldenLogitsTest {
    private static final float CLOSE = 2e-5f;

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void modelScoresAsInTransformers(String name) throws Exception {
        Golden golden = Golden.of(name);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null)) {
            assertClose(golden.doubles("logits"), model.logits(golden.ints("ids")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void adapterScoresAsInPeft(String name) throws Exception {
        Golden golden = Golden.of(name);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), golden.adapter())) {
            assertClose(golden.doubles("adapter_logits"), model.logits(golden.ints("ids")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void mergedWeightsScoreAsInPeft(String name) throws Exception {
        Golden golden = Golden.of(name);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, golden.folder(), TensorType.F32);
            LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), layout);
            List<NDArray> merged = adapter.mergedInto(torch, weights);
            try (LanguageModel model = new LanguageModel(torch, layout, merged, null, TensorType.F32)) {
                assertClose(golden.doubles("merged_logits"), model.logits(golden.ints("ids")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void textGrowsTokenByTokenToTheSameScores(String name) throws Exception {
        Golden golden = Golden.of(name);
        int[] ids = golden.ints("ids");
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), golden.adapter());
                TextState state = model.begin(ids.length)) {
            model.advance(state, java.util.Arrays.copyOf(ids, 3));
            float[] last = {};
            for (int i = 3; i < ids.length; i++) {
                last = model.advance(state, new int[] {ids[i]});
            }
            double[] all = golden.doubles("adapter_logits");
            assertClose(java.util.Arrays.copyOfRange(all, all.length - last.length, all.length), last);
            assertEquals(ids.length, state.length());
        }
    }

    private static void assertClose(double[] expected, float[] actual) {
        float[] wanted = new float[expected.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (float) expected[i];
        }
        assertArrayEquals(wanted, actual, CLOSE);
    }
}
