package lathe.model.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lathe.model.TinyModel;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterFolderTest {
    private static final ModelLayout LAYOUT = ModelLayout.of(TinyModel.config());

    private final Path folder;

    AdapterFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static AdapterConfig config(String... targets) {
        return AdapterConfig.lora(2, 5, 0.1, targets);
    }

    @Test
    void writtenAdapterIsReadBack() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter = TinyModel.adapter(torch, LAYOUT, config("all-linear"), 3);
            AdapterFolder.write(folder.resolve("a"), adapter, Path.of("base"));
            LoraAdapter read = AdapterFolder.read(torch, folder.resolve("a"), LAYOUT);
            assertEquals(config("all-linear").scaling("q_proj"), read.config().scaling("q_proj"));
            assertEquals(adapter.config().targeted(LAYOUT), read.config().targeted(LAYOUT));
            for (int i = 0; i < adapter.matrices().size(); i++) {
                assertArrayEquals(
                        adapter.matrices().get(i).toFloatArray(),
                        read.matrices().get(i).toFloatArray());
            }
        }
        String json = Files.readString(folder.resolve("a/adapter_config.json"));
        assertEquals("base", Json.parse(json).path("base_model_name_or_path").asText());
    }

    @Test
    void newAdapterIsUniformByInputsAndChangesNothing() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter = TinyModel.adapter(torch, LAYOUT, config("down_proj"), 3);
            NDArray a = adapter.matrices().get(0);
            float bound = (float) (1
                    / Math.sqrt(TinyModel.config().architecture().feedForward().inner()));
            for (float number : a.toFloatArray()) {
                assertTrue(Math.abs(number) <= bound);
            }
            assertTrue(a.max().getFloat() > bound / 2);
            assertEquals(0, adapter.matrices().get(1).abs().max().getFloat());
        }
    }

    @Test
    void targetsFollowPeftsRules() throws Exception {
        assertEquals(7, config("all-linear").targeted(LAYOUT).size());
        assertEquals("[self_attn.q_proj, mlp.up_proj]", names(config("up_proj", "self_attn.q_proj")));
        AdapterConfig pattern = new AdapterConfig(
                2,
                5,
                0,
                new AdapterTargets(List.of(".*\\.(k|v)_proj"), true),
                new AdapterConfig.Kind(true, false),
                AdapterConfig.Patterns.NONE,
                AdapterConfig.Saved.NONE);
        assertEquals("[self_attn.k_proj, self_attn.v_proj]", names(pattern));
        assertEquals(5 / Math.sqrt(2), pattern.scaling("q_proj"));
        Failure unknown = assertThrows(Failure.class, () -> config("qkv_proj").targeted(LAYOUT));
        assertTrue(unknown.describe().contains("q_proj, k_proj"), unknown.describe());
        Failure single = assertThrows(
                Failure.class, () -> config("layers.0.self_attn.q_proj").targeted(LAYOUT));
        assertTrue(single.what().contains("some layers only"), single.what());
    }

    private static String names(AdapterConfig config) throws Failure {
        return Arrays.toString(config.targeted(LAYOUT).stream().map(Slot::name).toArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"peft_type\": \"IA3\"",
                "\"bias\": \"some\"",
                "\"layers_to_transform\": [0]",
                "\"lora_bias\": true"
            })
    void otherKindsAreRefusedByName(String key) throws Exception {
        ObjectNode json = (ObjectNode) Json.parse("{\"peft_type\": \"LORA\", \"target_modules\": [\"q_proj\"]}");
        json.setAll((ObjectNode) Json.parse("{" + key + "}"));
        Files.writeString(folder.resolve("adapter_config.json"), Json.line(json));
        Failure failure = assertThrows(Failure.class, () -> AdapterFolder.config(folder));
        assertTrue(failure.what().contains(key.substring(1, key.indexOf('"', 1))), failure.what());
    }
}
