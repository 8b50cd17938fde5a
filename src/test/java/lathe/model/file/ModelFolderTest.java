package lathe.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import lathe.model.Golden;
import lathe.model.TinyModel;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.adapter.ModelSize;
import lathe.model.arch.ModelConfig;
import lathe.model.layout.InitialWeights;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import lathe.recipe.ModelSettings;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {
    private final Path folder;

    ModelFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writtenModelIsReadBack() throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        assertEquals(TinyModel.config(), ModelFolder.config(model));
        assertTrue(Files.exists(model.resolve("tokenizer.json")));
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> expected = InitialWeights.model(torch, TinyModel.config(), 5);
            List<NDArray> read = ModelFolder.weights(torch, model, TensorType.F32);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i).toFloatArray(), read.get(i).toFloatArray());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "rope_theta": 5e5                                                         | 500000
                    "rope_theta": 5e5, "rope_scaling": null                                   | 500000
                    "rope_parameters": {"rope_theta": 2e4, "rope_type": "default"}            | 20000
                    "rope_scaling": {"type": "default"}                                       | 10000
                    """)
    void bothFormsOfRotarySettingsAreRead(String keys, double theta) throws Exception {
        assertEquals(
                theta,
                Objects.requireNonNull(config(keys).architecture().attention().rope())
                        .theta());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "model_type": "bert"                                        | model_type is bert
                    "rope_scaling": {"rope_type": "mrope", "factor": 8}         | rope type is mrope
                    "rope_scaling": {"type": "linear"}                          | lacks the number rope_scaling.factor
                    "partial_rotary_factor": 0.8                                | 3 numbers of a head of 4 cannot turn
                    "sliding_window": 0, "model_type": "mistral"                | sliding_window should be 1 or more
                    "layer_types": ["chunked"], "model_type": "gemma2"          | a layer of the type chunked
                    "scale_attn_by_inverse_layer_idx": true, "model_type":"gpt2"| scale_attn_by_inverse_layer_idx is true
                    "hidden_act": "mish"                                        | hidden_act is mish
                    "num_key_value_heads": 3                                    | 2 heads cannot share 3
                    "hidden_size": "wide"                                       | hidden_size should be a whole number
                    "tie_word_embeddings": 1                                    | tie_word_embeddings should be true or
                    "quantization_config": {"bits": 4}                          | it is quantized by an unnamed method
                    """)
    void whatCannotBeUsedIsNamed(String keys, String reason) {
        Failure failure = assertThrows(Failure.class, () -> config(keys));
        assertTrue(failure.what().contains(reason), failure.what());
        String file = folder.resolve("config-only/config.json").toString();
        assertTrue(failure.where().startsWith(file + ":"), failure.where());
    }

    private ModelConfig config(String keys) throws Exception {
        Path model = folder.resolve("config-only");
        Files.createDirectories(model);
        ObjectNode json = (ObjectNode)
                Json.parse(
                        """
                {"model_type": "llama", "vocab_size": 9, "hidden_size": 8, "intermediate_size": 12,
                 "num_hidden_layers": 1, "num_attention_heads": 2}""");
        json.setAll((ObjectNode) Json.parse("{" + keys + "}"));
        Files.writeString(model.resolve("config.json"), Json.line(json));
        return ModelFolder.config(model);
    }

    @Test
    void sizeCountedFromTheShapeIsTheSizeOfTheTensors() throws Exception {
        for (String name : List.of("tied", "untied")) {
            Golden golden = Golden.of(name);
            ModelConfig config = ModelFolder.config(golden.folder());
            try (Torch torch = Torch.open("cpu", 1)) {
                long weights = ModelFolder.weights(torch, golden.folder(), TensorType.F32).stream()
                        .mapToLong(NDArray::size)
                        .sum();
                LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), ModelLayout.of(config));
                long matrices =
                        adapter.matrices().stream().mapToLong(NDArray::size).sum();
                LoraSettings lora =
                        LoraSettings.of(3, 7, 0, adapter.config().targets().names());
                assertEquals(new ModelSize(weights, weights), ModelSize.full(config));
                assertEquals(new ModelSize(weights + matrices, matrices), ModelSize.lora(config, lora));
            }
        }
    }

    @Test
    void initialWeightsHaveTheSpreadAskedFor() throws Exception {
        ModelConfig config = TinyModel.config(
                new ModelSettings.New(ModelSettings.Architecture.LLAMA, 64, 2, 2, 2, 128, 64, 1e4, 1e-5, false, 0.02),
                500);
        List<Slot> slots = ModelLayout.of(config).slots();
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = InitialWeights.model(torch, config, 1);
            for (int i = 0; i < slots.size(); i++) {
                double expected =
                        switch (slots.get(i).kind()) {
                            case NORM, BIAS -> 0;
                            case RESIDUAL_OUTPUT -> 0.01;
                            default -> 0.02;
                        };
                assertEquals(
                        expected,
                        deviation(weights.get(i).toFloatArray()),
                        0.001,
                        slots.get(i).name());
            }
        }
    }

    private static double deviation(float[] numbers) {
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            sum += number;
            squares += (double) number * number;
        }
        double mean = sum / numbers.length;
        return Math.sqrt(Math.max(0, squares / numbers.length - mean * mean));
    }
}
