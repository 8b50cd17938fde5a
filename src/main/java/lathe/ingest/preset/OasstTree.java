package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.ingest.item.Batch;
import lathe.ingest.item.Item;
import lathe.run.Json;

/**
 * The rows that name one tree. Decoding them gives the tree as one row in Open-Assistant's tree form, made of as many
 * source items as it has messages, and an item for each row that is not in it: {@code deleted}, below a deleted one
 * too; {@code orphan}, its parent is not there; {@code duplicate-id}; {@code too-deep}.
 *
 * @param rows in the order of the file
 */
record OasstTree(List<Row> rows) {
    private static final int MOST_DEPTH = 90; // as deep as nested JSON may be

    /** A row as it is held: its line, which of the line's items it is, and its JSON. */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    record Row(long line, int nth, byte[] json) {}

    private record Node(Row row, ObjectNode message) {
        String id() {
            return OasstMessage.id(message, OasstMessage.ID);
        }

        String parent() {
            return OasstMessage.id(message, OasstMessage.PARENT);
        }
    }

    private record Reached(Node node, ArrayNode siblings, int depth, boolean deleted) {}

    void decode(Batch.Sink items) throws IOException {
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Node>> repliesTo = new HashMap<>();
        List<Node> roots = new ArrayList<>();
        Map<String, String> why = new HashMap<>();
        List<Node> duplicates = new ArrayList<>();
        for (Row row : rows) {
            Node node = new Node(row, (ObjectNode) Json.mapper().readTree(row.json()));
            if (why.putIfAbsent(node.id(), "orphan") != null) {
                duplicates.add(node);
                continue;
            }
            nodes.add(node);
            (node.parent().isEmpty() ? roots : repliesTo.computeIfAbsent(node.parent(), id -> new ArrayList<>()))
                    .add(node);
        }
        for (Node root : roots) {
            giveTree(root, repliesTo, why, items);
        }
        for (Node node : nodes) {
            String reason = why.get(node.id());
            if (reason != null) {
                items.accept(bad(node, reason));
            }
        }
        for (Node node : duplicates) {
            items.accept(bad(node, "duplicate-id"));
        }
    }

    private static Item bad(Node node, String reason) {
        node.message().remove(OasstMessage.REPLIES);
        return new Item.Bad(node.row().line(), reason, node.message().toString());
    }

    /** Gives the tree below a root, and strikes from the reasons what is in it. */
    private static void giveTree(
            Node root, Map<String, List<Node>> repliesTo, Map<String, String> why, Batch.Sink items)
            throws IOException {
        ArrayNode top = Json.mapper().createArrayNode();
        Deque<Reached> open = new ArrayDeque<>();
        open.add(new Reached(root, top, 1, OasstMessage.isDeleted(root.message())));
        int messages = 0;
        while (!open.isEmpty()) {
            Reached at = open.remove();
            if (at.deleted() || at.depth() > MOST_DEPTH) {
                why.put(at.node().id(), at.deleted() ? "deleted" : "too-deep");
            } else {
                why.remove(at.node().id());
                at.siblings().add(at.node().message());
                messages++;
            }
            ArrayNode replies = at.node().message().putArray(OasstMessage.REPLIES);
            for (Node reply : repliesTo.getOrDefault(at.node().id(), List.of())) {
                boolean deleted = at.deleted() || OasstMessage.isDeleted(reply.message());
                open.add(new Reached(reply, replies, at.depth() + 1, deleted));
            }
        }
        if (messages > 0) {
            items.accept(new Item.Row(root.row().line(), root.row().nth(), inTreeForm(root.message()), messages));
        }
    }

    private static JsonNode inTreeForm(ObjectNode root) {
        ObjectNode tree = Json.mapper().createObjectNode();
        for (String field : List.of(OasstMessage.TREE, OasstMessage.STATE)) {
            if (root.has(field)) {
                tree.set(field, root.get(field));
            }
        }
        tree.set("prompt", root);
        return tree;
    }
}
