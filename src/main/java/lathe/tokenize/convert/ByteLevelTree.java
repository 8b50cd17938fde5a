package lathe.tokenize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.text.encode.Splitter;

/** A byte-level BPE as its {@code tokenizer.json} says, for who writes it in another form. */
final class ByteLevelTree {
    private final JsonNode root;
    private final String where;

    private ByteLevelTree(JsonNode root, String where) {
        this.root = root;
        this.where = where;
    }

    /** Takes a tokenizer; refuses any that is not a byte-level BPE. */
    static ByteLevelTree of(JsonNode root, String where) throws Failure {
        ByteLevelTree tree = new ByteLevelTree(root, where);
        boolean bpe = root.path("model").path("type").asText("BPE").equals("BPE");
        if (!bpe || !root.path("decoder").path("type").asText().equals("ByteLevel")) {
            throw tree.cannot("it is no byte-level BPE");
        }
        return tree;
    }

    /** Why the tokenizer has no such form. */
    Failure cannot(String why) {
        return Failure.badInput(
                "This tokenizer cannot be written in that form: " + why, where, "use its tokenizer.json as it is");
    }

    /** The pattern by which text is cut. */
    String regex() throws Failure {
        JsonNode pre = root.path("pre_tokenizer");
        JsonNode first = pre.path("pretokenizers").path(0);
        JsonNode only = pre.path("type").asText().equals("Sequence") ? first : pre;
        if (only.path("add_prefix_space").asBoolean(false)
                || pre.path("pretokenizers").size() > 2) {
            throw cannot("text is changed before it is cut");
        }
        if (only.path("type").asText().equals("ByteLevel")
                && only.path("use_regex").asBoolean(true)) {
            return Splitter.regex(Pattern.GPT2);
        }
        JsonNode regex = only.path("pattern").path("Regex");
        if (!only.path("type").asText().equals("Split") || !regex.isTextual()) {
            throw cannot("text is cut by no pattern");
        }
        return regex.asText();
    }

    /** The normal form of text, or nothing. */
    String normalizer() {
        return root.path("normalizer").path("type").asText("");
    }

    /** Tokens without the special ones, by id. */
    Map<String, Integer> vocab() {
        Map<String, Integer> special = special();
        Map<String, Integer> vocab = new LinkedHashMap<>();
        List<Map.Entry<String, JsonNode>> all =
                new ArrayList<>(root.path("model").path("vocab").properties());
        all.sort((a, b) -> Integer.compare(a.getValue().asInt(), b.getValue().asInt()));
        for (Map.Entry<String, JsonNode> token : all) {
            if (!special.containsKey(token.getKey())) {
                vocab.put(token.getKey(), token.getValue().asInt());
            }
        }
        return vocab;
    }

    /** Special tokens and others that were added. */
    Map<String, Integer> special() {
        Map<String, Integer> special = new LinkedHashMap<>();
        root.path("added_tokens")
                .forEach(token -> special.put(
                        token.path("content").asText(), token.path("id").asInt()));
        return special;
    }

    /** The merges, each a pair. */
    List<String[]> merges() throws Failure {
        List<String[]> merges = new ArrayList<>();
        for (JsonNode merge : root.path("model").path("merges")) {
            String[] pair = merge.isArray()
                    ? new String[] {merge.path(0).asText(), merge.path(1).asText()}
                    : merge.asText().split(" ", 2);
            if (pair.length != 2) {
                throw cannot("it has a merge that is no pair");
            }
            merges.add(pair);
        }
        return merges;
    }

    /** Whether ids rise in the order in which tokens are merged, so that they can stand for it. */
    boolean idsAreRanks() throws Failure {
        Map<String, Integer> vocab = new HashMap<>(vocab());
        int before = -1;
        Set<String> seen = new HashSet<>();
        for (String[] pair : merges()) {
            String token = pair[0] + pair[1];
            Integer id = vocab.get(token);
            if (id != null && seen.add(token)) {
                if (id < before) {
                    return false;
                }
                before = id;
            }
        }
        return true;
    }
}
