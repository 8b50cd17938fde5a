package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.model.file.SafetensorsWriter;
import lathe.model.file.TensorFiles;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.WholeFile;

/** A folder with an adapter in PEFT's form: {@code adapter_config.json} and {@code adapter_model.safetensors}. */
public final class AdapterFolder {
    static final String CONFIG = "adapter_config.json";
    static final String WEIGHTS = "adapter_model.safetensors";
    private static final List<String> UNSUPPORTED = List.of(
            "use_dora",
            "lora_bias",
            "use_qalora",
            "use_bdlora",
            "alora_invocation_tokens",
            "arrow_config",
            "corda_config",
            "eva_config",
            "layer_replication",
            "layers_to_transform",
            "megatron_config",
            "modules_to_save",
            "target_parameters",
            "trainable_token_indices",
            "rank_pattern",
            "alpha_pattern",
            "exclude_modules");

    private AdapterFolder() {}

    /**
     * Reads an adapter for a model, strictly; kinds of adapters that are not LoRA as first defined are refused by name.
     */
    public static LoraAdapter read(Torch torch, Path folder, ModelLayout layout) throws Failure, IOException {
        AdapterConfig config = config(folder);
        List<Slot> slots = LoraAdapter.slots(layout, config);
        List<NDArray> matrices = new TensorFiles(torch, folder, WEIGHTS).read(slots, TensorType.F32, name -> false);
        return new LoraAdapter(layout, config, matrices);
    }

    /** The adapter's shape. */
    public static AdapterConfig config(Path folder) throws Failure, IOException {
        Path file = folder.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no adapter in this folder", file.toString(), "name a folder that PEFT or Lathe wrote");
        }
        try {
            JsonNode json = Json.parse(Files.readString(file));
            check(json, file);
            JsonNode targets = json.path("target_modules");
            List<String> names = new ArrayList<>();
            targets.forEach(name -> names.add(name.asText()));
            boolean single = targets.isTextual();
            return new AdapterConfig(
                    json.path("r").asInt(8),
                    json.path("lora_alpha").asDouble(8),
                    json.path("lora_dropout").asDouble(0),
                    single ? List.of(targets.asText()) : names,
                    json.path("use_rslora").asBoolean(),
                    single && !targets.asText().equals(AdapterConfig.ALL_LINEAR));
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "adapter_config.json is not JSON: " + e.getOriginalMessage(),
                    file.toString(),
                    "copy the adapter again from where it came");
        }
    }

    private static void check(JsonNode json, Path file) throws Failure {
        String type = json.path("peft_type").asText("none");
        if (!type.equals("LORA")) {
            throw refused("peft_type " + type, file);
        }
        if (!json.path("bias").asText("none").equals("none")) {
            throw refused("bias " + json.path("bias").asText(), file);
        }
        for (String key : UNSUPPORTED) {
            JsonNode value = json.path(key);
            if (value.asBoolean() || value.isTextual() || value.size() > 0) {
                throw refused(key, file);
            }
        }
    }

    private static Failure refused(String what, Path file) {
        return Failure.badInput(
                "This adapter cannot be used: it has " + what,
                file.toString(),
                "supported: LoRA and rsLoRA on linear maps, without biases",
                "merge the adapter into its model with PEFT and use that model");
    }

    /**
     * Writes an adapter; the folder appears whole or not at all.
     *
     * @param base where the model lies to which the adapter belongs
     */
    public static void write(Path folder, LoraAdapter adapter, Path base) throws Failure, IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + ".part");
        WholeFile.deleteTree(beside);
        Files.createDirectories(beside);
        Json.write(beside.resolve(CONFIG), json(adapter, base));
        writeMatrices(beside.resolve(WEIGHTS), adapter);
        WholeFile.move(beside, folder);
    }

    /** Writes the matrices alone, under PEFT's names. */
    public static void writeMatrices(Path file, LoraAdapter adapter) throws Failure, IOException {
        List<Slot> slots = LoraAdapter.slots(adapter.layout(), adapter.config());
        Map<String, NDArray> named = new LinkedHashMap<>();
        IntStream.range(0, slots.size())
                .forEach(i -> named.put(slots.get(i).name(), adapter.matrices().get(i)));
        SafetensorsWriter.write(file, named);
    }

    private static ObjectNode json(LoraAdapter adapter, Path base) throws Failure {
        AdapterConfig config = adapter.config();
        ObjectNode json = Json.mapper().createObjectNode();
        json.putObject("alpha_pattern");
        json.putNull("auto_mapping");
        json.put("base_model_name_or_path", base.toString());
        json.put("bias", "none");
        json.put("fan_in_fan_out", adapter.layout().architecture().naming().inputsFirst());
        json.put("inference_mode", true);
        json.put("init_lora_weights", true);
        json.putNull("layers_pattern").putNull("layers_to_transform");
        if (config.alpha() == Math.rint(config.alpha())) {
            json.put("lora_alpha", (long) config.alpha());
        } else {
            json.put("lora_alpha", config.alpha());
        }
        json.put("lora_bias", false);
        json.put("lora_dropout", config.dropout());
        json.putNull("modules_to_save");
        json.put("peft_type", "LORA");
        json.put("r", config.r());
        json.putObject("rank_pattern");
        json.putNull("revision");
        config.names(adapter.layout()).forEach(json.putArray("target_modules")::add);
        json.put("task_type", "CAUSAL_LM");
        json.put("use_dora", false);
        json.put("use_rslora", config.rankStabilized());
        return json;
    }
}
