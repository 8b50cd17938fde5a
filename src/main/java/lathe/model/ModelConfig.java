package lathe.model;

import java.util.List;
import lathe.recipe.ModelSettings;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a Llama-style decoder, in the terms of its {@code config.json}.
 *
 * @param headDim width of a head; heads · headDim need not be hiddenSize
 * @param maxPositions longest text in tokens
 * @param ropeTheta base of the rotary angles
 * @param tied whether one table reads and writes tokens
 * @param initializerRange standard deviation of new weights
 * @param bosId token that begins a text, where the model has one
 * @param eosIds tokens that end a text
 */
public record ModelConfig(
        int vocabSize,
        int hiddenSize,
        int intermediateSize,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        int maxPositions,
        double ropeTheta,
        double normEps,
        boolean tied,
        double initializerRange,
        @Nullable Integer bosId,
        List<Integer> eosIds) {

    /** Copies the list. */
    public ModelConfig {
        eosIds = List.copyOf(eosIds);
    }

    /** The shape that a recipe asks for, with a tokenizer's vocabulary. */
    public static ModelConfig of(ModelSettings.New settings, int vocabSize, int eosId) {
        return new ModelConfig(
                vocabSize,
                settings.hiddenSize(),
                settings.intermediateSizeOrDefault(),
                settings.layers(),
                settings.heads(),
                settings.kvHeadsOrDefault(),
                settings.hiddenSize() / settings.heads(),
                settings.maxPositionEmbeddings(),
                settings.ropeTheta(),
                settings.rmsNormEps(),
                settings.tieWordEmbeddings(),
                settings.initializerRange(),
                null,
                List.of(eosId));
    }

    /** The same shape with another number of tokens. */
    public ModelConfig withVocabSize(int tokens) {
        return new ModelConfig(
                tokens,
                hiddenSize,
                intermediateSize,
                layers,
                heads,
                kvHeads,
                headDim,
                maxPositions,
                ropeTheta,
                normEps,
                tied,
                initializerRange,
                bosId,
                eosIds);
    }
}
