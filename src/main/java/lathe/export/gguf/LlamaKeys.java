package lathe.export.gguf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.export.gguf.file.GgufFile;
import lathe.export.gguf.file.GgufMetadata;
import lathe.export.gguf.file.GgufType;
import lathe.export.gguf.file.GgufValue;
import lathe.export.gguf.file.TensorInfo;
import lathe.model.ModelConfig;
import lathe.model.ModelLayout;
import lathe.model.Slot;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** A Llama's shape as the metadata that llama.cpp's converter writes, and back. */
final class LlamaKeys {
    private static final String ARCHITECTURE = "llama";
    private static final int QUANTIZATION_VERSION = 2;
    private static final double INITIALIZER_RANGE = 0.02;
    private static final List<String> SIZES = List.of("K", "M", "B", "T");

    private LlamaKeys() {}

    /** The keys of a model, those of its tokenizer excepted. */
    static Map<String, GgufValue> of(ModelConfig config, GgufType type, String name) {
        Map<String, GgufValue> keys = new LinkedHashMap<>();
        keys.put("general.architecture", new GgufValue.Text(ARCHITECTURE));
        keys.put("general.type", new GgufValue.Text("model"));
        keys.put("general.name", new GgufValue.Text(name));
        keys.put("general.size_label", new GgufValue.Text(sizeLabel(numbers(config))));
        keys.put("general.file_type", GgufValue.whole(type.fileNumber()));
        keys.put("general.quantization_version", GgufValue.whole(QUANTIZATION_VERSION));
        keys.put("llama.block_count", GgufValue.whole(config.layers()));
        keys.put("llama.context_length", GgufValue.whole(config.maxPositions()));
        keys.put("llama.embedding_length", GgufValue.whole(config.hiddenSize()));
        keys.put("llama.feed_forward_length", GgufValue.whole(config.intermediateSize()));
        keys.put("llama.attention.head_count", GgufValue.whole(config.heads()));
        keys.put("llama.attention.head_count_kv", GgufValue.whole(config.kvHeads()));
        keys.put("llama.attention.key_length", GgufValue.whole(config.headDim()));
        keys.put("llama.attention.value_length", GgufValue.whole(config.headDim()));
        keys.put("llama.attention.layer_norm_rms_epsilon", GgufValue.real(config.normEps()));
        keys.put("llama.rope.dimension_count", GgufValue.whole(config.headDim()));
        keys.put("llama.rope.freq_base", GgufValue.real(config.ropeTheta()));
        keys.put("llama.vocab_size", GgufValue.whole(config.vocabSize()));
        return keys;
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
        TensorInfo embedding = embedding(file);
        int hidden = keys.whole("llama.embedding_length");
        int heads = keys.whole("llama.attention.head_count");
        int headDim = keys.wholeIfThere("llama.attention.key_length").orElse(hidden / Math.max(1, heads));
        int layers = keys.whole("llama.block_count");
        // before anything is made of the numbers: no layer is without a tensor, and a head turns pairs
        if (heads == 0
                || headDim == 0
                || headDim % 2 != 0
                || layers > file.tensors().size()) {
            throw Failure.badInput(
                    "The model has an impossible shape: " + layers + " layers, " + heads + " heads of " + headDim,
                    "llama.block_count, llama.attention.head_count",
                    "copy the file again from where it came");
        }
        return new ModelConfig(
                Math.toIntExact(embedding.rows()),
                hidden,
                keys.whole("llama.feed_forward_length"),
                layers,
                heads,
                keys.wholeIfThere("llama.attention.head_count_kv").orElse(heads),
                headDim,
                keys.whole("llama.context_length"),
                keys.real("llama.rope.freq_base"),
                keys.real("llama.attention.layer_norm_rms_epsilon"),
                !file.tensors().containsKey("output.weight"),
                INITIALIZER_RANGE,
                boxed(keys, "tokenizer.ggml.bos_token_id"),
                eos(keys));
    }

    private static TensorInfo embedding(GgufFile file) throws Failure {
        String architecture = file.metadata().text("general.architecture");
        TensorInfo embedding = file.tensors().get("token_embd.weight");
        if (!architecture.equals(ARCHITECTURE)
                || embedding == null
                || embedding.shape().size() != 2) {
            throw Failure.badInput(
                    "This GGUF file holds no Llama", "general.architecture: " + architecture, "supported: llama");
        }
        return embedding;
    }

    private static @Nullable Integer boxed(GgufMetadata keys, String key) throws Failure {
        return keys.values().containsKey(key) ? Integer.valueOf(keys.whole(key)) : null;
    }

    private static List<Integer> eos(GgufMetadata keys) throws Failure {
        Integer eos = boxed(keys, "tokenizer.ggml.eos_token_id");
        return eos == null ? List.of() : List.of(eos);
    }
}
