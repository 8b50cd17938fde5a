package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Which model is trained. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = ModelSettings.New.class)
@JsonSubTypes({@JsonSubTypes.Type(ModelSettings.New.class), @JsonSubTypes.Type(ModelSettings.From.class)})
public sealed interface ModelSettings {

    /** A model with random weights. */
    record New(
            @Setting(def = "llama", help = "The architecture: a decoder with rotary positions, RMS norms and SwiGLU.")
                    @JsonProperty("new")
                    Architecture architecture,
            @Setting(
                            def = "256",
                            min = 8,
                            max = 65_536,
                            typical = "128 to 4,096",
                            help = "Width; cost grows with its square.")
                    int hiddenSize,
            @Setting(def = "4", min = 1, max = 512, typical = "2 to 32", help = "Depth; cost grows with it.")
                    int layers,
            @Setting(def = "4", min = 1, max = 512, help = "Attention heads; must divide hidden-size evenly.")
                    int heads,
            @Setting(
                            def = Setting.ABSENT,
                            min = 1,
                            max = 512,
                            help = "Heads of keys and values; fewer make generation cheaper. Absent: as heads.",
                            advanced = true)
                    @Nullable
                    Integer kvHeads,
            @Setting(
                            def = Setting.ABSENT,
                            min = 8,
                            max = 262_144,
                            help = "Width of the feed-forward part. Absent: 8/3 of hidden-size, rounded up to 32.",
                            advanced = true)
                    @Nullable
                    Integer intermediateSize,
            @Setting(def = "2048", min = 8, max = 1_048_576, help = "Longest text the model claims.", advanced = true)
                    int maxPositionEmbeddings,
            @Setting(def = "10000", min = 1, max = 1e9, help = "Base of the rotary angles.", advanced = true)
                    double ropeTheta,
            @Setting(def = "1e-5", min = 1e-12, max = 0.1, help = "Keeps RMS norms finite.", advanced = true)
                    double rmsNormEps,
            @Setting(
                            def = "true",
                            help = "One table for reading and writing tokens: smaller, and better for small models.",
                            advanced = true)
                    boolean tieWordEmbeddings,
            @Setting(def = "0.02", min = 1e-6, max = 1, help = "Spread of the random weights.", advanced = true)
                    double initializerRange)
            implements ModelSettings {

        /** Heads of keys and values, where the recipe leaves them to follow the heads. */
        public int kvHeadsOrDefault() {
            return kvHeads == null ? heads : kvHeads;
        }

        /** Width of the feed-forward part, where the recipe leaves it to follow the width. */
        public int intermediateSizeOrDefault() {
            return intermediateSize == null ? (hiddenSize * 8 / 3 + 31) / 32 * 32 : intermediateSize;
        }
    }

    /** A model with trained weights. */
    record From(
            @Setting(help = "Hugging Face model folder, relative to the recipe's own file.") String from,
            @Setting(
                            def = "off",
                            help =
                                    "Fits the embedding to another tokenizer; each token keeps its row, a new one begins as a mean.")
                    ResizeVocab resizeVocab)
            implements ModelSettings {}

    /** How the rows of tokens begin that a model did not have. */
    enum ResizeVocab {
        /** The tokenizer must be the model's own. */
        OFF,
        /** The mean of all rows, as transformers' mean_resizing. */
        MEAN,
        /** The mean of the rows of the tokens in which the model read the same text before. */
        PARTS
    }

    /** Architectures that can be made anew. */
    enum Architecture {
        LLAMA
    }
}
