package lathe.model.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.model.layout.ModelLayout;
import lathe.recipe.LoraSettings;
import lathe.run.Failure;
import lathe.run.Json;

/** {@code adapter_config.json} as PEFT reads and writes it. */
final class AdapterJson {
    private static final List<String> UNSUPPORTED = List.of(
            "lora_bias",
            "use_qalora",
            "use_bdlora",
            "alora_invocation_tokens",
            "arrow_config",
            "corda_config",
            "eva_config",
            "kasa_config",
            "monteclora_config",
            "velora_config",
            "lora_ga_config",
            "layer_replication",
            "layers_to_transform",
            "megatron_config",
            "target_parameters",
            "trainable_token_indices",
            "exclude_modules");

    private final Path file;
    private final JsonNode json;

    private AdapterJson(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    /** The shape that keys tell; kinds of adapters that Lathe does not have are refused by name. */
    static AdapterConfig read(JsonNode json, Path file) throws Failure {
        return new AdapterJson(file, json).config();
    }

    private AdapterConfig config() throws Failure {
        check();
        return new AdapterConfig(
                json.path("r").asInt(8),
                json.path("lora_alpha").asDouble(8),
                json.path("lora_dropout").asDouble(0),
                targets(),
                new AdapterConfig.Kind(
                        json.path("use_rslora").asBoolean(),
                        json.path("use_dora").asBoolean()),
                patterns(),
                new AdapterConfig.Saved(texts(json.path("modules_to_save")), bias()));
    }

    private void check() throws Failure {
        String type = json.path("peft_type").asText("none");
        if (!type.equals("LORA")) {
            throw refused("peft_type " + type);
        }
        for (String key : UNSUPPORTED) {
            JsonNode value = json.path(key);
            if (value.asBoolean() || value.isTextual() || value.size() > 0) {
                throw refused(key);
            }
        }
    }

    private AdapterTargets targets() {
        JsonNode targets = json.path("target_modules");
        if (!targets.isTextual()) {
            return AdapterTargets.named(texts(targets));
        }
        return new AdapterTargets(List.of(targets.asText()), !targets.asText().equals(AdapterTargets.ALL_LINEAR));
    }

    private AdapterConfig.Patterns patterns() {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        json.path("rank_pattern")
                .properties()
                .forEach(entry -> ranks.put(entry.getKey(), entry.getValue().asInt()));
        Map<String, Double> alphas = new LinkedHashMap<>();
        json.path("alpha_pattern")
                .properties()
                .forEach(entry -> alphas.put(entry.getKey(), entry.getValue().asDouble()));
        return new AdapterConfig.Patterns(ranks, alphas);
    }

    private LoraSettings.Bias bias() throws Failure {
        String word = json.path("bias").asText("none");
        for (LoraSettings.Bias bias : LoraSettings.Bias.values()) {
            if (bias.name().toLowerCase(Locale.ROOT).equals(word)) {
                return bias;
            }
        }
        throw refused("bias " + word);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private Failure refused(String what) {
        return Failure.badInput(
                "This adapter cannot be used: it has " + what,
                file.toString(),
                "supported: LoRA, rsLoRA and DoRA on linear maps, modules to save, biases of the model",
                "merge the adapter into its model with PEFT and use that model");
    }

    /**
     * The keys of a shape.
     *
     * @param base where the model lies to which the adapter belongs
     */
    static ObjectNode write(AdapterConfig config, ModelLayout layout, Path base) throws Failure {
        ObjectNode json = Json.mapper().createObjectNode();
        ObjectNode alphas = json.putObject("alpha_pattern");
        config.patterns().alphas().forEach(alphas::put);
        json.putNull("auto_mapping");
        json.put("base_model_name_or_path", base.toString());
        json.put("bias", config.saved().bias().name().toLowerCase(Locale.ROOT));
        json.put("fan_in_fan_out", layout.architecture().naming().inputsFirst());
        json.put("inference_mode", true);
        json.put("init_lora_weights", true);
        json.putNull("layers_pattern").putNull("layers_to_transform");
        putNumber(json, "lora_alpha", config.alpha());
        json.put("lora_bias", false);
        json.put("lora_dropout", config.dropout());
        putModules(json, new SavedModules(layout, config).written());
        json.put("peft_type", "LORA");
        json.put("r", config.r());
        ObjectNode ranks = json.putObject("rank_pattern");
        config.patterns().ranks().forEach(ranks::put);
        json.putNull("revision");
        config.targets().written(layout).forEach(json.putArray("target_modules")::add);
        json.put("task_type", "CAUSAL_LM");
        json.put("use_dora", config.kind().dora());
        json.put("use_rslora", config.kind().rankStabilized());
        return json;
    }

    private static void putModules(ObjectNode json, List<String> names) {
        if (names.isEmpty()) {
            json.putNull("modules_to_save");
        } else {
            names.forEach(json.putArray("modules_to_save")::add);
        }
    }

    private static void putNumber(ObjectNode json, String key, double value) {
        if (value == Math.rint(value)) {
            json.put(key, (long) value);
        } else {
            json.put(key, value);
        }
    }
}
