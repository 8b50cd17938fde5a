package lathe.export.gguf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lathe.export.gguf.file.GgufFile;
import lathe.export.gguf.file.GgufMetadata;
import lathe.export.gguf.file.GgufType;
import lathe.export.gguf.file.GgufValue;
import lathe.export.gguf.file.TensorInfo;
import lathe.model.arch.Attention;
import lathe.model.arch.ModelConfig;
import lathe.model.arch.Rope;
import lathe.model.family.ConfigFile;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** The shape of a Llama, or of what took its form, as the metadata that llama.cpp's converter writes, and back. */
final class LlamaKeys {
    private static final int QUANTIZATION_VERSION = 2;
    private static final Path KEYS = Path.of("the file's metadata");
    private static final double INITIALIZER_RANGE = 0.02;
    private static final List<String> SIZES = List.of("K", "M", "B", "T");

    private LlamaKeys() {}

    /** The keys of a model, those of its tokenizer excepted. */
    static Map<String, GgufValue> of(GgufFamily family, ModelConfig config, GgufType type, String name) {
        Attention attention = config.architecture().attention();
        Map<String, GgufValue> keys = new LinkedHashMap<>();
        keys.put("general.architecture", new GgufValue.Text(family.architecture()));
        keys.put("general.type", new GgufValue.Text("model"));
        keys.put("general.name", new GgufValue.Text(name));
        keys.put("general.size_label", new GgufValue.Text(sizeLabel(numbers(config))));
        keys.put("general.file_type", GgufValue.whole(type.fileNumber()));
        keys.put("general.quantization_version", GgufValue.whole(QUANTIZATION_VERSION));
        keys.put(family.key("block_count"), GgufValue.whole(config.layers()));
        keys.put(family.key("context_length"), GgufValue.whole(config.maxPositions()));
        keys.put(family.key("embedding_length"), GgufValue.whole(config.hiddenSize()));
        keys.put(
                family.key("feed_forward_length"),
                GgufValue.whole(config.architecture().feedForward().inner()));
        keys.put(family.key("attention.head_count"), GgufValue.whole(attention.heads()));
        keys.put(family.key("attention.head_count_kv"), GgufValue.whole(attention.kvHeads()));
        keys.put(family.key("attention.key_length"), GgufValue.whole(attention.headDim()));
        keys.put(family.key("attention.value_length"), GgufValue.whole(attention.headDim()));
        keys.put(
                family.key("attention.layer_norm_rms_epsilon"),
                GgufValue.real(config.architecture().norm().epsilon()));
        keys.put(family.key("rope.dimension_count"), GgufValue.whole(attention.headDim()));
        keys.put(family.key("rope.freq_base"), GgufValue.real(rope(attention).theta()));
        keys.put(family.key("vocab_size"), GgufValue.whole(config.vocabSize()));
        return keys;
    }

    private static Rope rope(Attention attention) {
        return Objects.requireNonNull(attention.rope(), "a Llama's positions turn");
    }

    private static long numbers(ModelConfig config) {
        return ModelLayout.of(config).slots().stream().mapToLong(Slot::size).sum();
    }

    /** Two digits at least and the thousands' letter, as 1.2B or 135M. */
    static String sizeLabel(long numbers) {
        int size = 0;
        double scaled = numbers / 1e3;
        while (scaled >= 1e3 && size < SIZES.size() - 1) {
            scaled /= 1e3;
            size++;
        }
        int digits = Math.rint(scaled) >= 10 ? 0 : Math.rint(scaled) >= 1 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s", scaled, SIZES.get(size));
    }

    /** The shape that a file describes; the range of new weights, which no file says, is transformers' default. */
    static ModelConfig read(GgufFile file) throws Failure {
        GgufMetadata keys = file.metadata();
        GgufFamily family = family(keys);
        TensorInfo embedding = embedding(file);
        int hidden = keys.whole(family.key("embedding_length"));
        int heads = keys.whole(family.key("attention.head_count"));
        int headDim = keys.wholeIfThere(family.key("attention.key_length")).orElse(hidden / Math.max(1, heads));
        int layers = keys.whole(family.key("block_count"));
        // before anything is made of the numbers: no layer is without a tensor, and a head turns pairs
        if (heads == 0
                || headDim == 0
                || headDim % 2 != 0
                || layers > file.tensors().size()) {
            throw Failure.badInput(
                    "The model has an impossible shape: " + layers + " layers, " + heads + " heads of " + headDim,
                    family.key("block_count") + ", " + family.key("attention.head_count"),
                    "copy the file again from where it came");
        }
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("model_type", family.architecture()).put("hidden_act", "silu");
        json.put("vocab_size", Math.toIntExact(embedding.rows())).put("hidden_size", hidden);
        json.put("intermediate_size", keys.whole(family.key("feed_forward_length")));
        json.put("num_hidden_layers", layers).put("num_attention_heads", heads).put("head_dim", headDim);
        json.put(
                "num_key_value_heads",
                keys.wholeIfThere(family.key("attention.head_count_kv")).orElse(heads));
        json.put("max_position_embeddings", keys.whole(family.key("context_length")));
        json.put("rope_theta", keys.real(family.key("rope.freq_base")));
        json.put("rms_norm_eps", keys.real(family.key("attention.layer_norm_rms_epsilon")));
        json.put("tie_word_embeddings", !file.tensors().containsKey("output.weight"));
        json.put("initializer_range", INITIALIZER_RANGE);
        json.put("bos_token_id", boxed(keys, "tokenizer.ggml.bos_token_id"));
        json.put("eos_token_id", boxed(keys, "tokenizer.ggml.eos_token_id"));
        return ConfigFile.read(json, KEYS);
    }

    private static TensorInfo embedding(GgufFile file) throws Failure {
        TensorInfo embedding = file.tensors().get("token_embd.weight");
        if (embedding == null || embedding.shape().size() != 2) {
            throw Failure.badInput("This GGUF file holds no table of tokens", "token_embd.weight", "fetch it again");
        }
        return embedding;
    }

    static GgufFamily family(GgufMetadata keys) throws Failure {
        String architecture = keys.text("general.architecture");
        return GgufFamily.named(architecture)
                .orElseThrow(() -> Failure.badInput(
                        "This GGUF file holds a model that Lathe does not read from GGUF",
                        "general.architecture: " + architecture,
                        "supported: " + GgufFamily.names()));
    }

    private static @Nullable Integer boxed(GgufMetadata keys, String key) throws Failure {
        return keys.values().containsKey(key) ? Integer.valueOf(keys.whole(key)) : null;
    }
}
