package lathe.export.gguf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.FeedForward;
import lathe.model.arch.ModelConfig;
import lathe.model.arch.Rope;
import lathe.model.arch.RopeScaling;
import lathe.run.Failure;

/** Families that llama.cpp has by a name of its own, and what their files leave unsaid. */
enum GgufFamily {
    /** Also Mistral without a window: llama.cpp's converter writes it under this name. */
    LLAMA("llama", false, false, true),
    QWEN2("qwen2", true, false, false),
    QWEN3("qwen3", false, true, false);

    private static final Map<String, GgufFamily> BY_TYPE =
            Map.of("llama", LLAMA, "mistral", LLAMA, "qwen2", QWEN2, "qwen3", QWEN3);

    private final String architecture;
    private final boolean inputBias;
    private final boolean headNorms;
    private final boolean turnsNeighbours;

    GgufFamily(String architecture, boolean inputBias, boolean headNorms, boolean turnsNeighbours) {
        this.architecture = architecture;
        this.inputBias = inputBias;
        this.headNorms = headNorms;
        this.turnsNeighbours = turnsNeighbours;
    }

    /** llama.cpp's name, which is transformers' {@code model_type} too. */
    String architecture() {
        return architecture;
    }

    /** A key of the file's metadata. */
    String key(String name) {
        return architecture + "." + name;
    }

    /** Whether a head's numbers turn by neighbours in llama.cpp, so that rows change places. */
    boolean turnsNeighbours() {
        return turnsNeighbours;
    }

    /** The names of all, for messages. */
    static String names() {
        return Arrays.stream(values()).map(GgufFamily::architecture).collect(Collectors.joining(", "));
    }

    /** The family that a file names, if it is one of these. */
    static Optional<GgufFamily> named(String architecture) {
        return Arrays.stream(values())
                .filter(family -> family.architecture.equals(architecture))
                .findFirst();
    }

    /**
     * The family of a model.
     *
     * @throws Failure for other families, stretched angles, windows, and biases that the family has not in llama.cpp
     */
    static GgufFamily of(ModelConfig config, Path folder) throws Failure {
        String type = config.json().path("model_type").asText();
        GgufFamily family = BY_TYPE.get(type);
        String odd = family == null ? "" : odd(config.architecture(), family);
        if (family == null || !odd.isEmpty()) {
            throw Failure.badInput(
                    "This model cannot be written as GGUF yet: " + type + (odd.isEmpty() ? "" : " with " + odd),
                    folder.resolve("config.json").toString(),
                    "export it as a Hugging Face folder and use llama.cpp's own converter",
                    "written are " + names() + " and mistral without a window");
        }
        return family;
    }

    /** What of a model no file of the family could say; empty for nothing. */
    private static String odd(Architecture model, GgufFamily family) {
        Attention attention = model.attention();
        Rope rope = attention.rope();
        if (rope == null || !(rope.scaling() instanceof RopeScaling.None) || rope.dims() != attention.headDim()) {
            return "scaled or partial rotary angles";
        }
        Attention.Maps maps = new Attention.Maps(false, family.inputBias, false, family.headNorms);
        if (!attention.maps().equals(maps) || model.feedForward().bias()) {
            return "other biases than its family's";
        }
        if (model.feedForward().activation() != FeedForward.Activation.SILU) {
            return "another function than SiLU, which llama.cpp takes for its family";
        }
        return attention.window().isEverything() ? "" : "a window";
    }
}
