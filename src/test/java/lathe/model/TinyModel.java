package lathe.model;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.AdapterStart;
import lathe.model.adapter.LoraAdapter;
import lathe.model.arch.ModelConfig;
import lathe.model.family.NewModel;
import lathe.model.file.ModelFolder;
import lathe.model.layout.InitialWeights;
import lathe.model.layout.ModelLayout;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import lathe.recipe.ModelSettings;
import lathe.run.Failure;
import lathe.run.Json;

/** A tokenizer of single bytes and a model for it, small enough to train in a test. */
public final class TinyModel {
    public static final int VOCAB = 257;
    public static final int END = 256;

    private TinyModel() {}

    public static ModelSettings.New settings() {
        return new ModelSettings.New(ModelSettings.Architecture.LLAMA, 16, 2, 2, 1, null, 64, 10_000, 1e-5, true, 0.05);
    }

    /** Writes a byte-level tokenizer without merges whose ids are not the bytes, but in one order with them. */
    public static Path tokenizer(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("version", "1.0");
        ObjectNode end = json.putArray("added_tokens").addObject();
        end.put("id", END).put("content", "<|endoftext|>").put("special", true);
        end.put("single_word", false).put("lstrip", false).put("rstrip", false).put("normalized", false);
        json.set("pre_tokenizer", byteLevel());
        json.set("decoder", byteLevel());
        ObjectNode model = json.putObject("model").put("type", "BPE");
        ObjectNode vocab = model.putObject("vocab");
        for (int i = 0, next = 256; i < 256; i++) {
            boolean printable = (i >= '!' && i <= '~') || (i >= 0xA1 && i <= 0xAC) || i >= 0xAE;
            vocab.put(String.valueOf((char) (printable ? i : next++)), i);
        }
        model.putArray("merges");
        Files.writeString(folder.resolve("tokenizer.json"), Json.line(json));
        return folder;
    }

    private static ObjectNode byteLevel() {
        ObjectNode json = Json.mapper().createObjectNode();
        return json.put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }

    public static ModelConfig config() {
        return config(settings(), VOCAB);
    }

    /** What a model of these settings is. */
    public static ModelConfig config(ModelSettings.New settings, int vocab) {
        try {
            return NewModel.of(settings, vocab, vocab - 1);
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a model with random weights and its tokenizer. */
    public static Path write(Path folder) throws IOException, Failure {
        Path tokenizer = tokenizer(folder.resolveSibling("tiny-tokenizer"));
        try (Torch torch = Torch.open("cpu", 1)) {
            ModelFolder.write(folder, config(), InitialWeights.model(torch, config(), 5), tokenizer);
        }
        return folder;
    }

    /** Writes an adapter for it that changes what the model says. */
    public static Path writeAdapter(Path folder, Path model) throws IOException, Failure {
        try (Torch torch = Torch.open("cpu", 1)) {
            AdapterConfig config = AdapterConfig.lora(2, 8, 0, "q_proj", "down_proj");
            LoraAdapter adapter = adapter(torch, ModelLayout.of(config()), config, 9);
            for (int i = 1; i < adapter.matrices().size(); i += 2) {
                adapter.matrices().get(i).addi(0.3f);
            }
            AdapterFolder.write(folder, adapter, model);
        }
        return folder;
    }

    /** An adapter that changes nothing yet. */
    public static LoraAdapter adapter(Torch torch, ModelLayout layout, AdapterConfig config, long seed)
            throws Failure, IOException {
        List<NDArray> none =
                java.util.Collections.nCopies(layout.slots().size(), lathe.program.Tensors.zeros(torch.manager(), 1));
        return new AdapterStart(torch, layout, config, LoraSettings.Init.DEFAULT, seed)
                .beside(none, lathe.model.quant.WeightForm.DENSE);
    }
}
