package lathe.tokenize.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.tokenize.train.TokenizerFile;
import org.jspecify.annotations.Nullable;

/** What may lie beside a tokenizer's own file: its configuration, and tokens that were added to it. */
final class ConfigFiles {
    private static final String CONFIG = "tokenizer_config.json";
    private static final String SPECIAL = "special_tokens_map.json";
    private static final String ADDED = "added_tokens.json";

    private static final int MOST_HOLES = 100_000;

    private final @Nullable ObjectNode config;
    private final @Nullable ObjectNode special;
    /** Tokens by id. */
    private final TreeMap<Integer, ObjectNode> added = new TreeMap<>();

    private ConfigFiles(@Nullable ObjectNode config, @Nullable ObjectNode special) {
        this.config = config;
        this.special = special;
    }

    /** The paths that are looked at, whether or not something is there. */
    static List<Path> paths(Path folder) {
        return List.of(folder.resolve(CONFIG), folder.resolve(SPECIAL), folder.resolve(ADDED));
    }

    static ConfigFiles read(Path folder) throws Failure, IOException {
        ObjectNode config = treeIfThere(folder.resolve(CONFIG));
        ConfigFiles files = new ConfigFiles(config, treeIfThere(folder.resolve(SPECIAL)));
        ObjectNode added = treeIfThere(folder.resolve(ADDED));
        if (added != null) {
            added.properties().forEach(token -> files.add(token.getValue().asInt(-1), token.getKey(), none()));
        }
        if (config != null) {
            config.path("added_tokens_decoder").properties().forEach(token -> {
                String content = token.getValue().path("content").asText("");
                files.add(number(token.getKey()), content, token.getValue());
            });
        }
        return files;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private void add(int id, String content, JsonNode flags) {
        if (id >= 0 && !content.isEmpty()) {
            added.put(id, token(id, content, flags));
        }
    }

    private static ObjectNode token(int id, String content, JsonNode flags) {
        return none().put("id", id)
                .put("content", content)
                .put("single_word", flags.path("single_word").asBoolean(false))
                .put("lstrip", flags.path("lstrip").asBoolean(false))
                .put("rstrip", flags.path("rstrip").asBoolean(false))
                .put("normalized", flags.path("normalized").asBoolean(false))
                .put("special", flags.path("special").asBoolean(true));
    }

    /** The class that transformers would take, or nothing. */
    String tokenizerClass() {
        return config == null ? "" : config.path("tokenizer_class").asText("");
    }

    /** A converted tokenizer with what these files say; where they are silent, what conversion says. */
    TokenizerFile completed(TokenizerFile converted) throws Failure {
        addTokens(converted.tokenizer());
        ObjectNode ownConfig = config == null ? converted.config() : merged(converted.config(), config);
        ObjectNode ownMap = special == null ? converted.specialTokensMap() : special;
        return new TokenizerFile(converted.tokenizer(), ownConfig, ownMap, converted.others());
    }

    private static ObjectNode merged(ObjectNode converted, ObjectNode named) {
        ObjectNode all = converted.deepCopy();
        all.setAll(named);
        return all;
    }

    private void addTokens(ObjectNode root) throws Failure {
        ArrayNode tokens = root.withArray("added_tokens");
        TreeMap<Integer, ObjectNode> all = new TreeMap<>(added);
        for (JsonNode token : tokens) {
            all.putIfAbsent(token.path("id").asInt(), (ObjectNode) token);
        }
        int next = root.path("model").path("vocab") instanceof ObjectNode vocab
                ? withoutHoles(vocab, all)
                : root.path("model").path("vocab").size();
        tokens.removeAll();
        for (Map.Entry<Integer, ObjectNode> token : all.entrySet()) {
            checked(token.getKey(), next);
            for (; next < token.getKey(); next++) {
                tokens.add(token(next, unused(next), none()));
            }
            next = Math.max(next, token.getKey() + 1);
            tokens.add(token.getValue());
        }
    }

    /** Readers of this form number on from the size of a vocabulary: each id below the largest must be there. */
    private static int withoutHoles(ObjectNode vocab, Map<Integer, ObjectNode> tokens) throws Failure {
        BitSet taken = new BitSet();
        for (JsonNode id : vocab) {
            taken.set(checked(id.asInt(-1), vocab.size()));
        }
        int size = taken.length();
        for (int id = taken.nextClearBit(0); id < size; id = taken.nextClearBit(id + 1)) {
            ObjectNode token = tokens.get(id);
            vocab.put(token == null ? unused(id) : token.path("content").asText(), id);
        }
        return size;
    }

    private static int checked(int id, int size) throws Failure {
        if (id < 0 || id > size + MOST_HOLES) {
            throw Failure.badInput(
                    "The tokenizer has the id " + id + " but not those before it",
                    "vocab",
                    "copy its files again from where they came");
        }
        return id;
    }

    private static String unused(int id) {
        return "<|unused_" + id + "|>";
    }

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A file as a tree. */
    static ObjectNode tree(Path file) throws Failure, IOException {
        try {
            JsonNode tree = Json.mapper().readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "This is not JSON: " + e.getOriginalMessage(),
                    file + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    "copy the file again from where it came");
        }
        throw Failure.badInput("This is not a JSON object", file.toString(), "copy the file again from where it came");
    }

    private static @Nullable ObjectNode treeIfThere(Path file) throws Failure, IOException {
        return Files.isRegularFile(file) ? tree(file) : null;
    }
}
