package lathe.model.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.model.Golden;
import lathe.model.arch.ModelConfig;
import lathe.program.TensorType;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFileTest {
    private final Path folder;

    ConfigFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<String> families() throws IOException {
        return Golden.families();
    }

    /** Configs of the golden files are transformers 5's; those of most models on a shelf are older. */
    @ParameterizedTest
    @MethodSource("families")
    void olderKeysOfRopesMeanTheSame(String name) throws Exception {
        ModelConfig now = ConfigFile.read(Golden.family(name).folder());
        ObjectNode json = now.json();
        boolean two = json.path("rope_parameters").has("full_attention");
        ObjectNode rope = (ObjectNode) json.remove("rope_parameters");
        if (rope != null) {
            if (two) {
                json.set("rope_local_base_freq", rope.path("sliding_attention").path("rope_theta"));
                rope = (ObjectNode) rope.path("full_attention");
            }
            moveToOlderKeys(json, rope);
        }
        Files.writeString(folder.resolve("config.json"), Json.line(json));
        assertEquals(now.architecture(), ConfigFile.read(folder).architecture());
    }

    private static void moveToOlderKeys(ObjectNode json, ObjectNode rope) {
        json.set("rope_theta", rope.remove("rope_theta"));
        if (rope.has("partial_rotary_factor")) {
            json.set("partial_rotary_factor", rope.remove("partial_rotary_factor"));
        }
        rope.set("type", rope.remove("rope_type"));
        if (rope.path("type").asText().equals("default")) {
            json.putNull("rope_scaling");
        } else {
            json.set("rope_scaling", rope);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void keysThatAreNotKnownAreKept(String name) throws Exception {
        ObjectNode json = ConfigFile.read(Golden.family(name).folder()).json();
        json.put("some_key_of_tomorrow", 3.5).putObject("another").put("a", "b");
        Files.writeString(folder.resolve("config.json"), Json.line(json));
        ModelConfig config = ConfigFile.read(folder);
        ConfigFile.write(config, TensorType.F32, folder);
        assertEquals(config, ConfigFile.read(folder));
        assertEquals(json, Json.read(folder.resolve("config.json"), ObjectNode.class));
    }

    @Test
    void anotherVocabularyIsWritten() throws Exception {
        ModelConfig config = ConfigFile.read(Golden.family("llama").folder()).withVocabSize(50);
        ConfigFile.write(config, TensorType.F32, folder);
        assertEquals(config, ConfigFile.read(folder));
        assertEquals(50, ConfigFile.read(folder).vocabSize());
    }
}
