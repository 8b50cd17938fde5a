package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.model.Golden;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.script.Arithmetic;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Torch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adapters of every kind against PEFT: what they score, merged and beside the model, and how they train. */
class GoldenAdaptersTest {
    private static final float CLOSE = 2e-5f;

    static List<String> kinds() throws IOException {
        return Golden.adapterKinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void adapterScoresAsInPeft(String kind) throws Exception {
        Golden golden = Golden.adapterOf(kind);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), golden.adapter())) {
            assertClose(golden.doubles("adapter_logits"), model.logits(golden.ints("ids")));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void mergedWeightsScoreAsInPeft(String kind) throws Exception {
        Golden golden = Golden.adapterOf(kind);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), layout);
            List<NDArray> merged = adapter.mergedInto(torch, weights(torch, golden));
            try (LanguageModel model = new LanguageModel(torch, layout, merged, null, TensorType.F32)) {
                assertClose(golden.doubles("merged_logits"), model.logits(golden.ints("ids")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void adapterTrainsAsInPeft(String kind) throws Exception {
        train(kind, Arithmetic.plain(TensorType.F32));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void adapterTrainsAsInPeftWhenLayersAreComputedAgain(String kind) throws Exception {
        train(kind, Arithmetic.plain(TensorType.F32).recomputing());
    }

    private static void train(String kind, Arithmetic arithmetic) throws Exception {
        Golden golden = Golden.adapterOf(kind);
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter =
                    AdapterFolder.read(torch, golden.adapter(), ModelLayout.of(ModelFolder.config(golden.folder())));
            Trainee trainee = Trainee.lora(torch, weights(torch, golden), adapter, arithmetic);
            GoldenStepsTest.follow(golden, "lora", trainee, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writtenAdapterIsReadBack(String kind, @TempDir Path folder) throws Exception {
        Golden golden = Golden.adapterOf(kind);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), layout);
            AdapterFolder.write(folder.resolve("a"), adapter, golden.folder());
            LoraAdapter again = AdapterFolder.read(torch, folder.resolve("a"), layout);
            assertEquals(LoraAdapter.slots(layout, adapter.config()), LoraAdapter.slots(layout, again.config()));
            for (int i = 0; i < adapter.tensors().size(); i++) {
                assertArrayEquals(
                        adapter.tensors().get(i).toFloatArray(),
                        again.tensors().get(i).toFloatArray());
            }
        }
    }

    private static List<NDArray> weights(Torch torch, Golden golden) throws Exception {
        return ModelFolder.weights(torch, golden.folder(), TensorType.F32);
    }

    private static void assertClose(double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], CLOSE, "score " + i);
        }
    }
}
