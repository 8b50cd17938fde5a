package lathe.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A named set of values for a training stage; they stand in {@code recipe/stage-presets.yaml}. */
public enum StagePreset {
    /** transformers' Trainer over blocks of text. */
    TRAINER,
    /** TRL's SFTTrainer. */
    SFT_TRAINER,
    /** LoRA of a Llama 2 chat model. */
    LORA_LLAMA_2,
    /** QLoRA with the paper's alpha. */
    QLORA,
    /** QLoRA with an alpha of twice the rank. */
    QLORA_2R;

    private static final ObjectNode ALL = read();

    private static ObjectNode read() {
        try (InputStream in =
                Objects.requireNonNull(StagePreset.class.getResourceAsStream("/recipe/stage-presets.yaml"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) Objects.requireNonNull(LocatedTree.read(yaml).root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode tree() {
        return (ObjectNode) ALL.get(SettingsTable.word(this)).deepCopy();
    }

    /** Its values as YAML, by their path in a stage, as {@code lora.r}. */
    public Map<String, String> settings() {
        Map<String, String> values = new LinkedHashMap<>();
        tree().properties().forEach(entry -> put(values, entry.getKey(), entry.getValue()));
        return values;
    }

    private static void put(Map<String, String> values, String path, JsonNode value) {
        if (value instanceof ObjectNode section) {
            section.properties().forEach(entry -> put(values, path + "." + entry.getKey(), entry.getValue()));
        } else {
            values.put(path, value.isTextual() ? value.asText() : value.toString());
        }
    }

    /** Fills in what the stages of a recipe leave to their presets; other names than these are left to be refused. */
    static void expand(JsonNode recipe) {
        for (JsonNode stage : recipe.path("train")) {
            for (StagePreset preset : StagePreset.values()) {
                if (stage instanceof ObjectNode given
                        && given.path("preset").asText().equals(SettingsTable.word(preset))) {
                    preset.fill(given);
                }
            }
        }
    }

    private void fill(ObjectNode given) {
        ObjectNode preset = tree();
        // one of them excludes the other
        if (given.hasNonNull("steps") || given.hasNonNull("epochs")) {
            preset.remove("steps");
            preset.remove("epochs");
        }
        fill(given, preset);
    }

    private static void fill(ObjectNode given, ObjectNode preset) {
        preset.properties().forEach(entry -> {
            JsonNode own = given.get(entry.getKey());
            if (own == null || own.isNull()) {
                given.set(entry.getKey(), entry.getValue());
            } else if (own instanceof ObjectNode section && entry.getValue() instanceof ObjectNode more) {
                fill(section, more);
            }
        });
    }
}
