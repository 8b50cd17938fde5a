package lathe.model.file;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lathe.model.arch.ModelConfig;
import lathe.model.arch.Naming;
import lathe.model.family.ConfigFile;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.model.quant.WeightForm;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.WholeFile;

/** A folder with a model in Hugging Face's form: {@code config.json}, safetensors, and the tokenizer's files. */
public final class ModelFolder {
    static final String WEIGHTS = "model.safetensors";
    private static final List<String> BESIDE = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "merges.txt",
            "tokenizer.model",
            "chat_template.jinja",
            "generation_config.json");

    private ModelFolder() {}

    /** The model's shape; refuses what cannot be used, naming what can. */
    public static ModelConfig config(Path folder) throws Failure, IOException {
        return ConfigFile.read(folder);
    }

    /** The form that a model's linear maps have in its files. */
    public static WeightForm storedForm(Path folder) throws Failure, IOException {
        JsonNode how = config(folder).json().path("quantization_config");
        if (!how.path("load_in_4bit").asBoolean()) {
            return WeightForm.DENSE;
        }
        return how.path("bnb_4bit_use_double_quant").asBoolean() ? WeightForm.NF4_DOUBLE : WeightForm.NF4;
    }

    /**
     * The weights in the order of {@link ModelLayout#slots}, owned by {@code torch}; those that files hold in four bits
     * become dense.
     */
    public static List<NDArray> weights(Torch torch, Path folder, TensorType type) throws Failure, IOException {
        return weights(torch, folder, type, WeightForm.DENSE);
    }

    /** The same with linear maps in a form; the other tensors have the type. */
    public static List<NDArray> weights(Torch torch, Path folder, TensorType type, WeightForm maps)
            throws Failure, IOException {
        ModelLayout layout = ModelLayout.of(config(folder));
        Naming naming = layout.architecture().naming();
        // of a tied model, transformers reads the embedding alone
        String head = layout.config().tied() ? naming.head() + ".weight" : "";
        try (MapForms forms = new MapForms(torch, maps, type)) {
            return TensorFiles.ofModel(torch, folder, TensorNames.of(naming))
                    .read(layout.slots(), type, name -> name.equals(head) || TensorNames.isComputed(name), forms);
        }
    }

    /** The files in which the weights lie: one, or those that an index names. */
    public static List<Path> weightFiles(Path folder) throws Failure, IOException {
        return WeightFiles.of(folder, WEIGHTS);
    }

    /**
     * Writes a model; the folder appears whole or not at all.
     *
     * @param weights float32, in the order of {@link ModelLayout#slots}
     * @param tokenizer folder from which the tokenizer's files are copied
     */
    public static void write(Path folder, ModelConfig config, List<NDArray> weights, Path tokenizer)
            throws IOException {
        Set<String> turned = turned(config);
        write(folder, config, weights, tokenizer, SafetensorsWriter.float32(turned), TensorType.F32);
    }

    /** The same with weights rounded to a type. */
    public static void write(
            Torch torch, Path folder, ModelConfig config, List<NDArray> weights, Path tokenizer, TensorType type)
            throws IOException {
        SafetensorsWriter rounding = SafetensorsWriter.rounding(torch, type, turned(config));
        write(folder, config, weights, tokenizer, rounding, type);
    }

    private static void write(
            Path folder,
            ModelConfig config,
            List<NDArray> weights,
            Path tokenizer,
            SafetensorsWriter writer,
            TensorType type)
            throws IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + ".part");
        WholeFile.deleteTree(beside);
        Files.createDirectories(beside);
        ConfigFile.write(config, type, beside);
        writer.writeTo(beside.resolve(WEIGHTS), named(config, weights));
        copyTokenizer(tokenizer, beside);
        WholeFile.move(beside, folder);
    }

    /** Writes the weights alone, under the names and in the forms of the model's files. */
    public static void writeWeights(Path file, ModelConfig config, List<NDArray> weights) throws IOException {
        SafetensorsWriter.float32(turned(config)).writeTo(file, named(config, weights));
    }

    private static Map<String, NDArray> named(ModelConfig config, List<NDArray> weights) {
        List<Slot> slots = ModelLayout.of(config).slots();
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            named.put(slots.get(i).name(), weights.get(i));
        }
        return named;
    }

    private static Set<String> turned(ModelConfig config) {
        TensorNames names = TensorNames.of(config.architecture().naming());
        return ModelLayout.of(config).slots().stream()
                .filter(names::isTurned)
                .map(Slot::name)
                .collect(Collectors.toSet());
    }

    /** Copies the files that belong to a tokenizer. */
    public static void copyTokenizer(Path from, Path to) throws IOException {
        for (String name : BESIDE) {
            if (Files.isRegularFile(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
