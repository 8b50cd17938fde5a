package lathe.tokenize.extend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
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

/** A tokenizer of which some tokens are kept, with the table by which an embedding is cut. */
public final class PrunedTokenizer {
    private final BaseTokenizer base;
    private final int[] newIds;
    private final List<Integer> oldIds;
    private final TokenizerFile file;

    /**
     * What {@code pruned.json} says.
     *
     * @param oldSize number of ids before
     * @param newSize number of ids now
     * @param oldIds the old id of each new one: the rows of an embedding to keep, in their new order
     */
    public record Table(int oldSize, int newSize, List<Integer> oldIds) {}

    PrunedTokenizer(BaseTokenizer base, BitSet kept) throws Failure, IOException {
        this.base = base;
        oldIds = kept.stream().boxed().toList();
        newIds = new int[base.bound()];
        java.util.Arrays.fill(newIds, -1);
        for (int id = 0; id < oldIds.size(); id++) {
            newIds[oldIds.get(id)] = id;
        }
        TokenizerFile whole = base.with(base.tree().deepCopy());
        prune(whole.tokenizer());
        renumber(whole.config());
        file = whole;
    }

    /** Which old id each new one was. */
    public Table table() {
        return new Table(base.bound(), oldIds.size(), oldIds);
    }

    /** What is written. */
    public TokenizerFile file() {
        return file;
    }

    /** Writes the tokenizer's files, and {@code pruned.json} beside them. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Json.write(folder.resolve("pruned.json"), table());
        file.write(folder);
    }

    private void prune(ObjectNode tree) {
        ObjectNode model = (ObjectNode) tree.path("model");
        ObjectNode vocab = model.putObject("vocab");
        for (int id = 0; id < oldIds.size(); id++) {
            vocab.put(String.valueOf(base.piece(oldIds.get(id))), id);
        }
        JsonNode old = base.tree().at("/model/merges");
        ArrayNode merges = model.putArray("merges");
        for (int rank = 0; rank < old.size(); rank++) {
            List<String> merge = base.merges().get(rank);
            String left = merge.get(0);
            String right = merge.get(1);
            if (vocab.has(left) && vocab.has(right) && vocab.has(left + right)) {
                merges.add(old.get(rank));
            }
        }
        for (JsonNode added : tree.path("added_tokens")) {
            ((ObjectNode) added).put("id", newIds[added.path("id").asInt()]);
        }
        postProcessor(tree.path("post_processor"));
    }

    /** Ids stand in lists named ids, and in pairs of a token and its id named cls and sep. */
    private void postProcessor(JsonNode node) {
        node.forEachEntry((name, value) -> {
            if (name.equals("ids") && value instanceof ArrayNode ids) {
                for (int i = 0; i < ids.size(); i++) {
                    ids.set(i, IntNode.valueOf(newIds[ids.path(i).asInt()]));
                }
            } else if (List.of("cls", "sep").contains(name) && value instanceof ArrayNode pair) {
                pair.set(1, IntNode.valueOf(newIds[pair.path(1).asInt()]));
            } else {
                postProcessor(value);
            }
        });
        if (node.isArray()) {
            node.forEach(this::postProcessor);
        }
    }

    private void renumber(ObjectNode config) {
        if (config.path("added_tokens_decoder") instanceof ObjectNode decoder) {
            Map<Integer, JsonNode> renumbered = new TreeMap<>();
            decoder.forEachEntry((id, token) -> {
                int old = Integer.parseInt(id);
                if (old < newIds.length && newIds[old] >= 0) {
                    renumbered.put(newIds[old], token);
                }
            });
            decoder.removeAll();
            renumbered.forEach((id, token) -> decoder.set(String.valueOf(id), token));
        }
    }
}
