package lathe.model.arch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lathe.program.TensorType;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * A model's {@code config.json}: what it is made of, and the keys themselves, so that those Lathe does not know are
 * kept.
 *
 * @param initializerRange standard deviation of new weights
 * @param bosId token that begins a text, where the model has one
 * @param eosIds tokens that end a text
 * @param keys config.json on one line
 */
public record ModelConfig(
        Architecture architecture,
        double initializerRange,
        @Nullable Integer bosId,
        List<Integer> eosIds,
        String keys) {

    /** Copies the list. */
    public ModelConfig {
        eosIds = List.copyOf(eosIds);
    }

    public int vocabSize() {
        return architecture.vocabSize();
    }

    public int hiddenSize() {
        return architecture.hiddenSize();
    }

    public int layers() {
        return architecture.layers();
    }

    /** Longest text in tokens. */
    public int maxPositions() {
        return architecture.maxPositions();
    }

    /** Whether one table reads and writes tokens. */
    public boolean tied() {
        return architecture.embedding().tied();
    }

    /** The type of numbers that the keys name; float32 where they name none that Lathe has. */
    public TensorType dtype() {
        ObjectNode json = json();
        // transformers 5 has dtype for what was torch_dtype
        String name = json.path("dtype").asText(json.path("torch_dtype").asText());
        for (TensorType type : TensorType.values()) {
            if (type != TensorType.U8 && type.torchName().equals(name)) {
                return type;
            }
        }
        return TensorType.F32;
    }

    /** The same model with another number of tokens. */
    public ModelConfig withVocabSize(int tokens) {
        ObjectNode changed = json().put("vocab_size", tokens);
        return new ModelConfig(architecture.withVocabSize(tokens), initializerRange, bosId, eosIds, Json.line(changed));
    }

    /** A copy of the keys. */
    public ObjectNode json() {
        try {
            return (ObjectNode) Json.parse(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the keys of a config are not JSON", e);
        }
    }
}
