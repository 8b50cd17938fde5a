package lathe.tokenize.extend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.text.encode.UncoveredException;
import lathe.tokenize.train.ChainCutter;
import lathe.tokenize.train.TokenizerFile;
import org.jspecify.annotations.Nullable;

/** The BPE of a folder with a {@code tokenizer.json}, as growing and pruning see it: a tree, ids, merges. */
final class BaseTokenizer {
    private static final String FILE = "tokenizer.json";

    private final Path folder;
    private final ObjectNode tree;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> pieces = new HashMap<>();
    private final Set<String> added = new HashSet<>();
    private final List<List<String>> merges = new ArrayList<>();
    private int bound;

    private BaseTokenizer(Path folder, ObjectNode tree) {
        this.folder = folder;
        this.tree = tree;
    }

    /** Reads a folder; what is no BPE is refused with what can be done instead. */
    static BaseTokenizer read(Path folder) throws Failure, IOException {
        Path file = folder.resolve(FILE);
        ObjectNode tree = object(file);
        if (tree == null) {
            throw Failure.badInput(
                    "There is no tokenizer in this folder", file.toString(), "name a folder that holds a " + FILE);
        }
        String type = tree.at("/model/type").asText("BPE");
        if (!type.equals("BPE")) {
            throw Failure.badInput(
                    "A tokenizer of the type " + type + " has no merges that a corpus could add to, or take away",
                    file + ": model.type",
                    "train a new one: its pieces are weighed against each other and cannot be added one by one",
                    "or name a BPE tokenizer, as those of Llama, Qwen and GPT are");
        }
        for (String affix : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
            if (!tree.path("model").path(affix).asText("").isEmpty()) {
                throw Failure.badInput(
                        "A BPE whose tokens tell where a word begins or ends cannot be changed",
                        file + ": model." + affix,
                        "name a byte-level tokenizer, or one of SentencePiece");
            }
        }
        BaseTokenizer base = new BaseTokenizer(folder, tree);
        base.readModel(file);
        return base;
    }

    private static @Nullable ObjectNode object(Path file) throws Failure, IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            if (Json.mapper().readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            throw Failure.badInput("This is no JSON object", file.toString(), "copy the file again from where it came");
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "This is not JSON: " + e.getOriginalMessage(),
                    file + ":" + e.getLocation().getLineNr(),
                    "copy the file again from where it came");
        }
    }

    private void readModel(Path file) throws Failure {
        tree.at("/model/vocab").forEachEntry((piece, id) -> note(piece, id.asInt()));
        for (JsonNode token : tree.path("added_tokens")) {
            added.add(token.path("content").asText());
            note(token.path("content").asText(), token.path("id").asInt());
        }
        for (JsonNode merge : tree.at("/model/merges")) {
            List<String> pair = merge.isArray()
                    ? List.of(merge.path(0).asText(), merge.path(1).asText())
                    : List.of(merge.asText().split(" ", 2));
            if (pair.size() != 2 || !ids.keySet().containsAll(pair) || !ids.containsKey(pair.get(0) + pair.get(1))) {
                throw Failure.badInput(
                        "A merge has parts that the vocabulary lacks: " + String.join(" ", pair),
                        file + ": model.merges[" + merges.size() + "]",
                        "copy the file again from where it came");
            }
            merges.add(pair);
        }
    }

    private void note(String piece, int id) {
        ids.putIfAbsent(piece, id);
        pieces.putIfAbsent(id, piece);
        bound = Math.max(bound, id + 1);
    }

    Path folder() {
        return folder;
    }

    /** The tree of the file; changing it changes nothing else here. */
    ObjectNode tree() {
        return tree;
    }

    /** What cuts text as the tokenizer does. */
    BaseCutter cutter() throws Failure {
        try {
            return new BaseCutter(ChainCutter.of(tree));
        } catch (UncoveredException e) {
            throw Failure.badInput(
                    "Text cannot be cut for learning as this tokenizer does: Lathe's encoder lacks " + e.getMessage(),
                    folder.resolve(FILE).toString(),
                    "train a new tokenizer");
        }
    }

    /** One more than the largest id. */
    int bound() {
        return bound;
    }

    /** A token's id, or -1. */
    int id(String piece) {
        return ids.getOrDefault(piece, -1);
    }

    /** How the vocabulary writes an id; null where there is a hole. */
    @Nullable
    String piece(int id) {
        return pieces.get(id);
    }

    /** Tokens that stand outside of the merges. */
    Set<String> added() {
        return added;
    }

    /** All merges in their order, each as two tokens. */
    List<List<String>> merges() {
        return merges;
    }

    /** Whether characters that the vocabulary lacks are written as bytes. */
    boolean hasByteFallback() {
        return tree.at("/model/byte_fallback").asBoolean();
    }

    /** Whether a piece that is a token stays one, whatever the merges say. */
    boolean ignoresMerges() {
        return tree.at("/model/ignore_merges").asBoolean();
    }

    /** The folder's files with another tree. */
    TokenizerFile with(ObjectNode changed) throws Failure, IOException {
        return new TokenizerFile(changed, beside("tokenizer_config.json"), beside("special_tokens_map.json"));
    }

    private ObjectNode beside(String name) throws Failure, IOException {
        ObjectNode object = object(folder.resolve(name));
        return object == null ? JsonNodeFactory.instance.objectNode() : object;
    }
}
