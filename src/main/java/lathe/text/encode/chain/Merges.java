package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import lathe.text.encode.Ints;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.model.Vocabulary;

/** The merges of a BPE by rank: ids of both halves, and of what they become. */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
record Merges(int[] left, int[] right, int[] merged) {
    /** No merges. */
    static final Merges NONE = new Merges(new int[0], new int[0], new int[0]);

    /** Number of merges. */
    int size() {
        return merged.length;
    }

    /** Merges as pairs, or in the old way as one string with a space. */
    static Merges of(JsonNode nodes, Vocabulary vocabulary, String prefix) throws UncoveredException {
        Ints left = new Ints(nodes.size());
        Ints right = new Ints(nodes.size());
        Ints merged = new Ints(nodes.size());
        for (JsonNode node : nodes) {
            if (node.isTextual() && node.asText().startsWith("#version")) {
                continue;
            }
            String[] halves = halves(node);
            left.add(id(vocabulary, halves[0]));
            right.add(id(vocabulary, halves[1]));
            if (!halves[1].startsWith(prefix)) {
                throw new UncoveredException("the model BPE with the merge " + node);
            }
            merged.add(id(vocabulary, halves[0] + halves[1].substring(prefix.length())));
        }
        return new Merges(left.toArray(), right.toArray(), merged.toArray());
    }

    private static String[] halves(JsonNode node) throws UncoveredException {
        String[] halves = node.isTextual()
                ? node.asText().split(" ", -1)
                : new String[] {node.path(0).asText(), node.path(1).asText()};
        if (halves.length != 2) {
            throw new UncoveredException("the model BPE with the merge " + node);
        }
        return halves;
    }

    private static int id(Vocabulary vocabulary, String piece) throws UncoveredException {
        int id = vocabulary.id(piece);
        if (id == Vocabulary.NONE) {
            throw new UncoveredException("the model BPE with a merge of what is no token: " + piece);
        }
        return id;
    }
}
