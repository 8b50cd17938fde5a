package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.encode.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The added tokens of a file. As in Hugging Face's reading, a token that the vocabulary has keeps its id there, and
 * others are numbered from the vocabulary's size on; the ids that the file states are not looked at.
 */
final class AddedTokens {
    private final Map<Integer, AddedToken> byId = new LinkedHashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    AddedTokens(JsonNode nodes, Vocabulary vocabulary) {
        int next = vocabulary.size();
        for (JsonNode node : nodes) {
            String content = node.path("content").asText();
            if (content.isEmpty()) {
                continue;
            }
            int known = ids.getOrDefault(content, vocabulary.id(content));
            int id = known == Vocabulary.NONE ? next++ : known;
            ids.put(content, id);
            byId.put(id, AddedToken.of(node, id));
        }
    }

    @Nullable
    AddedToken get(int id) {
        return byId.get(id);
    }

    int id(String content) {
        return ids.getOrDefault(content, Vocabulary.NONE);
    }

    boolean isSpecial(String content) {
        AddedToken token = byId.get(id(content));
        return token != null && token.special();
    }

    Iterable<AddedToken> all() {
        return byId.values();
    }

    /** What finds the tokens that are sought in normalized text, or those that are sought before. */
    AddedMatcher matcher(boolean normalized, @Nullable Normalizer normalizer) {
        List<AddedToken> tokens = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (AddedToken token : byId.values()) {
            if (token.normalized() == normalized) {
                tokens.add(token);
                patterns.add(normalized ? normalize(token.content(), normalizer) : token.content());
            }
        }
        return new AddedMatcher(tokens, patterns);
    }

    /** A token as it stands in normalized text. */
    static String normalize(String content, @Nullable Normalizer normalizer) {
        if (normalizer == null) {
            return content;
        }
        Aligned text = new Aligned();
        text.load(content.toCharArray(), 0, content.length(), false);
        normalizer.normalize(text);
        return new String(text.chars(), 0, text.size());
    }
}
