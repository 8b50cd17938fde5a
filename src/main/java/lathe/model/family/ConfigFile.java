package lathe.model.family;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import lathe.model.arch.Architecture;
import lathe.model.arch.ModelConfig;
import lathe.model.keys.Keys;
import lathe.program.TensorType;
import lathe.run.Failure;
import lathe.run.Json;

/** Reads and writes {@code config.json} as transformers has it. */
public final class ConfigFile {
    private static final String NAME = "config.json";
    private static final String QUANTIZED = "quantization_config";
    private static final List<Family> FAMILIES = List.of(
            new Llama(), new Mistral(), new Qwen2(), new Qwen3(), new Gpt2(), new Phi3(), new Gemma2(), new Gemma3());

    private ConfigFile() {}

    /** The config of a folder; refuses what cannot be used, naming what can. */
    public static ModelConfig read(Path folder) throws Failure, IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no model in this folder", file.toString(), "name a folder that holds a config.json");
        }
        try {
            if (Json.parse(Files.readString(file)) instanceof ObjectNode json) {
                return read(json, file);
            }
            throw broken(file, "it holds no keys");
        } catch (JsonProcessingException e) {
            throw broken(file, e.getOriginalMessage());
        }
    }

    private static Failure broken(Path file, String how) {
        return Failure.badInput("config.json is not JSON: " + how, file.toString(), "fetch the model again");
    }

    /**
     * The config that keys make.
     *
     * @param file where they come from, for messages
     */
    public static ModelConfig read(ObjectNode json, Path file) throws Failure {
        Keys keys = new Keys(file, "", json);
        refuseQuantised(keys);
        Architecture architecture = family(keys).architecture(keys);
        List<Integer> begins = keys.ids("bos_token_id");
        return new ModelConfig(
                architecture,
                keys.number("initializer_range", 0.02),
                begins.isEmpty() ? null : begins.get(0),
                keys.ids("eos_token_id"),
                Json.line(json));
    }

    private static Family family(Keys keys) throws Failure {
        String type = keys.text("model_type", "none");
        for (Family family : FAMILIES) {
            if (family.type().equals(type)) {
                return family;
            }
        }
        throw keys.refuse(
                "model_type",
                "This model cannot be used: model_type is " + type,
                "supported: model_type " + FAMILIES.stream().map(Family::type).collect(Collectors.joining(", ")));
    }

    /** Of quantized models, those of bitsandbytes' NF4 can be read. */
    private static void refuseQuantised(Keys keys) throws Failure {
        if (!keys.has(QUANTIZED)) {
            return;
        }
        Keys how = keys.within(QUANTIZED);
        boolean nf4 = how.flag("load_in_4bit", false)
                && how.text("bnb_4bit_quant_type", "fp4").equals("nf4");
        if (!nf4) {
            throw keys.refuse(
                    QUANTIZED,
                    "This model cannot be used: it is quantized by " + how.text("quant_method", "an unnamed method"),
                    "use the model in bf16, fp16 or fp32, or one of bitsandbytes with bnb_4bit_quant_type nf4");
        }
    }

    /** Writes a config: its keys as they came, and the type of the weights beside it. */
    public static void write(ModelConfig config, TensorType type, Path folder) throws IOException {
        ObjectNode json = config.json();
        // what is written is dense
        json.remove(QUANTIZED);
        // transformers 5 has dtype for what was torch_dtype
        json.put(json.has("dtype") ? "dtype" : "torch_dtype", type.torchName());
        Json.write(folder.resolve(NAME), json);
    }
}
