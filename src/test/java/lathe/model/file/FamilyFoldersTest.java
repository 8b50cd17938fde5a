package lathe.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.model.Golden;
import lathe.model.arch.ModelConfig;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders of real families: read, written back, and in the forms in which they are found. */
class FamilyFoldersTest {
    private final Path folder;

    FamilyFoldersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<String> families() throws IOException {
        return Golden.families();
    }

    @ParameterizedTest
    @MethodSource("families")
    void writtenFolderHoldsThePeersTensors(String name) throws Exception {
        Path golden = Golden.family(name).folder();
        ModelConfig config = ModelFolder.config(golden);
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, golden, TensorType.F32);
            ModelFolder.write(folder.resolve("m"), config, weights, golden);
        }
        assertEquals(bytes(golden.resolve("model.safetensors")), bytes(folder.resolve("m/model.safetensors")));
    }

    @ParameterizedTest
    @EnumSource(value = TensorType.class, mode = EnumSource.Mode.EXCLUDE, names = "U8")
    void weightsAreWrittenInAnyType(TensorType type) throws Exception {
        Path golden = Golden.family("gpt2").folder();
        ModelConfig config = ModelFolder.config(golden);
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, golden, TensorType.F32);
            ModelFolder.write(torch, folder.resolve("m"), config, weights, golden, type);
            List<NDArray> read = ModelFolder.weights(torch, folder.resolve("m"), TensorType.F32);
            for (int i = 0; i < weights.size(); i++) {
                NDArray rounded = torch.tensors().cast(torch.manager(), weights.get(i), type);
                NDArray expected = torch.tensors().cast(torch.manager(), rounded, TensorType.F32);
                assertArrayEquals(expected.toFloatArray(), read.get(i).toFloatArray());
            }
        }
        assertEquals(
                type.torchName(),
                ModelFolder.config(folder.resolve("m")).json().path("dtype").asText());
        try (Safetensors written = Safetensors.open(folder.resolve("m/model.safetensors"))) {
            assertTrue(written.entries().values().stream().allMatch(entry -> entry.type() == type));
        }
    }

    private static Map<String, List<Object>> bytes(Path file) throws Exception {
        Map<String, List<Object>> tensors = new LinkedHashMap<>();
        try (Safetensors open = Safetensors.open(file)) {
            for (Safetensors.Entry entry : open.entries().values()) {
                ByteBuffer bytes = open.bytes(entry, 0, (int) entry.size());
                tensors.put(entry.name(), List.of(entry.shape(), bytes));
            }
        }
        return tensors;
    }

    /** The first gpt2 files name the bare model's tensors and carry a table that follows from the config. */
    @Test
    void bareModelWithComputedTablesIsRead() throws Exception {
        Path golden = Golden.family("gpt2").folder();
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, golden, TensorType.F32);
            Map<String, NDArray> bare = new LinkedHashMap<>();
            List<Slot> slots = ModelLayout.of(ModelFolder.config(golden)).slots();
            for (int i = 0; i < slots.size(); i++) {
                String name = slots.get(i).name().substring("transformer.".length());
                bare.put(
                        name,
                        slots.get(i).isLinear() ? weights.get(i).transpose().duplicate() : weights.get(i));
            }
            bare.put("h.0.attn.bias", Tensors.zeros(torch.manager(), 1, 1, 4, 4));
            Files.copy(golden.resolve("config.json"), folder.resolve("config.json"));
            SafetensorsWriter.write(folder.resolve("model.safetensors"), bare);
            List<NDArray> read = ModelFolder.weights(torch, folder, TensorType.F32);
            for (int i = 0; i < read.size(); i++) {
                assertArrayEquals(weights.get(i).toFloatArray(), read.get(i).toFloatArray());
            }
        }
    }

    @Test
    void tensorsLargerThanAPartArriveWhole() throws Exception {
        Path golden = Golden.family("gpt2").folder();
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden));
        TensorNames names = TensorNames.of(layout.architecture().naming());
        try (Torch torch = Torch.open("cpu", 1)) {
            TensorFiles files = new TensorFiles(torch, golden, ModelFolder.WEIGHTS, names, 52);
            List<NDArray> parts = files.read(layout.slots(), TensorType.F32, name -> false);
            List<NDArray> whole = ModelFolder.weights(torch, golden, TensorType.F32);
            for (int i = 0; i < whole.size(); i++) {
                assertArrayEquals(whole.get(i).toFloatArray(), parts.get(i).toFloatArray());
            }
        }
    }

    @Test
    void shardsAreJoinedAndADoubleIsRefused() throws Exception {
        Path golden = Golden.family("mistral").folder();
        Files.copy(golden.resolve("config.json"), folder.resolve("config.json"));
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, golden, TensorType.F32);
            List<Slot> slots = ModelLayout.of(ModelFolder.config(golden)).slots();
            Map<String, NDArray> first = new LinkedHashMap<>();
            Map<String, NDArray> second = new LinkedHashMap<>();
            ObjectNode index = Json.mapper().createObjectNode();
            for (int i = 0; i < slots.size(); i++) {
                (i < 5 ? first : second).put(slots.get(i).name(), weights.get(i));
                index.withObject("/weight_map").put(slots.get(i).name(), i < 5 ? "1.safetensors" : "2.safetensors");
            }
            SafetensorsWriter.write(folder.resolve("1.safetensors"), first);
            SafetensorsWriter.write(folder.resolve("2.safetensors"), second);
            Json.write(folder.resolve("model.safetensors.index.json"), index);
            List<NDArray> read = ModelFolder.weights(torch, folder, TensorType.F32);
            assertArrayEquals(weights.get(7).toFloatArray(), read.get(7).toFloatArray());
            second.putAll(first);
            SafetensorsWriter.write(folder.resolve("2.safetensors"), second);
            Failure twice = assertThrows(Failure.class, () -> ModelFolder.weights(torch, folder, TensorType.F32));
            assertTrue(twice.what().contains("is there twice"), twice.what());
        }
    }

    @Test
    void pickleIsRefusedWithAWayOut() throws Exception {
        Files.createFile(folder.resolve("pytorch_model.bin"));
        Failure failure = assertThrows(Failure.class, () -> ModelFolder.weightFiles(folder));
        assertTrue(failure.what().contains("pickle"), failure.what());
        assertTrue(failure.where().endsWith("pytorch_model.bin"));
        assertTrue(failure.mend().get(0).contains("save_pretrained"));
    }

    @Test
    void indexMayNotNameFilesElsewhere() throws Exception {
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {\"a\": \"../x.safetensors\"}}");
        Failure failure = assertThrows(Failure.class, () -> ModelFolder.weightFiles(folder));
        assertTrue(failure.what().contains("outside its folder"), failure.what());
    }
}
