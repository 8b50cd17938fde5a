package lathe.model.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.model.Golden;
import lathe.model.TinyModel;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.Torch;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an adapter's targets choose in each family, as PEFT chooses. */
class FamilyTargetsTest {
    static List<String> families() throws IOException {
        return Golden.families();
    }

    private static ModelLayout layout(String name) throws Exception {
        return ModelLayout.of(ModelFolder.config(Golden.family(name).folder()));
    }

    private static AdapterConfig config(String... targets) {
        return AdapterConfig.lora(2, 5, 0, targets);
    }

    @ParameterizedTest
    @MethodSource("families")
    void allLinearIsWhatPeftFinds(String name) throws Exception {
        ModelLayout layout = layout(name);
        List<String> paths = new ArrayList<>();
        for (Slot slot : config("all-linear").targeted(layout)) {
            for (int i = 0; i < layout.config().layers(); i++) {
                paths.add(layout.path(i, slot.name()));
            }
        }
        assertEquals(
                Golden.family(name).strings("linear"), paths.stream().sorted().toList());
    }

    @Test
    void writtenTargetsChooseNoMoreThanThoseAskedFor(@TempDir Path folder) throws Exception {
        ModelLayout gpt2 = layout("gpt2");
        assertEquals(
                List.of("c_attn", "c_proj"),
                config("c_attn", "c_proj").targets().written(gpt2));
        assertEquals(List.of("attn.c_proj"), config("attn.c_proj").targets().written(gpt2));
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter = TinyModel.adapter(torch, gpt2, config("attn.c_proj"), 1);
            AdapterFolder.write(folder.resolve("a"), adapter, folder);
            assertEquals(
                    4,
                    AdapterFolder.read(torch, folder.resolve("a"), gpt2)
                            .matrices()
                            .size());
        }
        String json = java.nio.file.Files.readString(folder.resolve("a/adapter_config.json"));
        assertEquals(true, Json.parse(json).path("fan_in_fan_out").asBoolean());
    }
}
