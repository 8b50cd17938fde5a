package lathe.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.List;
import lathe.model.Golden;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.quant.WeightForm;
import lathe.model.script.Arithmetic;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QLoRA against PEFT and bitsandbytes: a model that Lathe quantizes, and the same as transformers wrote it. */
class GoldenQloraTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/nf4");

    @ParameterizedTest
    @CsvSource({"plain", "double"})
    void quantizedCheckpointScoresAsInTransformers(String kind) throws Exception {
        Golden golden = Golden.in(FOLDER.resolve(kind));
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null)) {
            double[] wanted = golden.doubles("logits");
            float[] scores = model.logits(golden.ints("ids"));
            for (int i = 0; i < wanted.length; i++) {
                assertEquals(wanted[i], scores[i], 2e-5, "score " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"plain, plain, NF4", "double, double, NF4_DOUBLE", "base, plain, NF4", "base, double, NF4_DOUBLE"})
    void trainsAsPeftWithBitsandbytes(String model, String kind, WeightForm form) throws Exception {
        Golden golden = Golden.in(FOLDER.resolve(kind));
        Path folder = FOLDER.resolve(model);
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, folder, TensorType.F32, form);
            LoraAdapter adapter =
                    AdapterFolder.read(torch, golden.adapter(), ModelLayout.of(ModelFolder.config(folder)));
            Trainee trainee = Trainee.lora(torch, weights, adapter, new Arithmetic(TensorType.F32, form, true, false));
            GoldenStepsTest.follow(golden, "lora", trainee, 2);
        }
    }
}
