package lathe.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code config.json} as transformers has it. */
final class ConfigJson {
    static final String NAME = "config.json";
    private static final String SUPPORTED =
            "supported: model_type llama with hidden_act silu, rope type default, no biases, no quantisation";

    private final Path file;
    private final JsonNode json;

    private ConfigJson(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    static ModelConfig read(Path folder) throws Failure, IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no model in this folder", file.toString(), "name a folder that holds a config.json");
        }
        try {
            ConfigJson config = new ConfigJson(file, Json.parse(Files.readString(file)));
            config.check();
            return config.toConfig();
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "config.json is not JSON: " + e.getOriginalMessage(), file.toString(), "fetch the model again");
        }
    }

    private void check() throws Failure {
        refuseUnless("model_type", "llama", json.path("model_type").asText("none"));
        refuseUnless("hidden_act", "silu", json.path("hidden_act").asText("silu"));
        refuseUnless("rope type", "default", ropeType());
        refuseUnless("attention_bias", "false", json.path("attention_bias").asText("false"));
        refuseUnless("mlp_bias", "false", json.path("mlp_bias").asText("false"));
        refuseUnless("quantization_config", "absent", json.hasNonNull("quantization_config") ? "present" : "absent");
    }

    private void refuseUnless(String what, String supported, String found) throws Failure {
        if (!found.equals(supported)) {
            throw Failure.badInput("This model cannot be used: " + what + " is " + found, file.toString(), SUPPORTED);
        }
    }

    /** The older form has rope_scaling with type or rope_type, the newer one rope_parameters. */
    private String ropeType() {
        JsonNode rope = json.path(json.hasNonNull("rope_parameters") ? "rope_parameters" : "rope_scaling");
        return rope.path("rope_type").asText(rope.path("type").asText("default"));
    }

    private ModelConfig toConfig() throws Failure {
        int heads = required("num_attention_heads");
        int hidden = required("hidden_size");
        return new ModelConfig(
                required("vocab_size"),
                hidden,
                required("intermediate_size"),
                required("num_hidden_layers"),
                heads,
                optional("num_key_value_heads", heads),
                optional("head_dim", hidden / heads),
                optional("max_position_embeddings", 2048),
                json.path("rope_parameters")
                        .path("rope_theta")
                        .asDouble(json.path("rope_theta").asDouble(10_000)),
                json.path("rms_norm_eps").asDouble(1e-6),
                json.path("tie_word_embeddings").asBoolean(false),
                json.path("initializer_range").asDouble(0.02),
                json.path("bos_token_id").isInt() ? json.path("bos_token_id").asInt() : null,
                ids(json.path("eos_token_id")));
    }

    private int required(String key) throws Failure {
        if (!json.path(key).isInt()) {
            throw Failure.badInput("config.json lacks the number " + key, file.toString(), "fetch the model again");
        }
        return json.path(key).asInt();
    }

    private int optional(String key, int otherwise) {
        return json.path(key).isInt() ? json.path(key).asInt() : otherwise;
    }

    private static List<Integer> ids(JsonNode node) {
        List<Integer> ids = new ArrayList<>();
        if (node.isInt()) {
            ids.add(node.asInt());
        }
        node.forEach(id -> ids.add(id.asInt()));
        return ids;
    }

    static void write(ModelConfig config, Path folder) throws IOException {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putArray("architectures").add("LlamaForCausalLM");
        json.put("model_type", "llama");
        json.put("vocab_size", config.vocabSize());
        json.put("hidden_size", config.hiddenSize());
        json.put("intermediate_size", config.intermediateSize());
        json.put("num_hidden_layers", config.layers());
        json.put("num_attention_heads", config.heads());
        json.put("num_key_value_heads", config.kvHeads());
        json.put("head_dim", config.headDim());
        json.put("hidden_act", "silu");
        json.put("max_position_embeddings", config.maxPositions());
        json.put("rope_theta", config.ropeTheta());
        json.putNull("rope_scaling");
        json.put("rms_norm_eps", config.normEps());
        json.put("tie_word_embeddings", config.tied());
        json.put("initializer_range", config.initializerRange());
        json.put("attention_bias", false);
        json.put("mlp_bias", false);
        json.put("torch_dtype", "float32");
        json.put("use_cache", true);
        putIds(json, config.bosId(), config.eosIds());
        Json.write(folder.resolve(NAME), json);
    }

    private static void putIds(ObjectNode json, @Nullable Integer bos, List<Integer> eos) {
        json.put("bos_token_id", bos);
        if (eos.size() == 1) {
            json.put("eos_token_id", eos.get(0));
        } else if (eos.isEmpty()) {
            json.putNull("eos_token_id");
        } else {
            eos.forEach(json.withArray("eos_token_id")::add);
        }
        json.putNull("pad_token_id");
    }
}
