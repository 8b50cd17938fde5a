package lathe.tokenize.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code tokenizer.json} with fewer tokens, as training for that many would have given it. Merges of BPE are a prefix
 * of the longer list; the pieces of a Unigram model that stay are the most probable, which is close to what pruning
 * leaves. Ids keep their values, so there may be gaps.
 */
final class Truncated {
    private Truncated() {}

    /** The smaller tokenizer; empty where a model has no order in which it could shrink, or is no larger. */
    static Optional<ObjectNode> of(JsonNode tokenizer, int size) {
        JsonNode model = tokenizer.path("model");
        int now = model.path("vocab").size();
        if (size >= now) {
            return Optional.empty();
        }
        return switch (model.path("type").asText()) {
            case "BPE" -> bpe(tokenizer, now - size);
            case "Unigram" -> unigram(tokenizer, size);
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> bpe(JsonNode tokenizer, int fewer) {
        ObjectNode copy = tokenizer.deepCopy();
        ObjectNode model = (ObjectNode) copy.path("model");
        ArrayNode merges = (ArrayNode) model.path("merges");
        ObjectNode vocab = (ObjectNode) model.path("vocab");
        int removed = 0;
        Set<String> needed = new HashSet<>();
        copy.path("added_tokens")
                .forEach(token -> needed.add(token.path("content").asText()));
        while (removed < fewer && !merges.isEmpty()) {
            JsonNode last = merges.remove(merges.size() - 1);
            String piece = last.isArray()
                    ? last.path(0).asText() + last.path(1).asText()
                    : last.asText().replaceFirst(" ", "");
            if (!needed.contains(piece) && vocab.remove(piece) != null) {
                removed++;
            }
        }
        return removed < fewer ? Optional.empty() : Optional.of(copy);
    }

    private static Optional<ObjectNode> unigram(JsonNode tokenizer, int size) {
        ObjectNode copy = tokenizer.deepCopy();
        ArrayNode vocab = (ArrayNode) copy.path("model").path("vocab");
        // pieces are ordered by score; characters stay whatever their score is
        for (int id = vocab.size() - 1; id >= 0 && vocab.size() > size; id--) {
            String piece = vocab.get(id).path(0).asText();
            boolean single = piece.codePointCount(0, piece.length()) == 1 || piece.startsWith("<");
            if (!single) {
                vocab.remove(id);
            }
        }
        return vocab.size() > size ? Optional.empty() : Optional.of(copy);
    }
}
