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
        Joining joining = new Joining();
        for (Row row : rows) {
            joining.add(new Node(row, (ObjectNode) Json.mapper().readTree(row.json())));
        }
        for (Node root : joining.roots) {
            joining.give(root, items);
        }
        for (Node node : joining.nodes) {
            String reason = joining.whyNot.get(node.id());
            if (reason != null) {
                items.accept(bad(node, reason));
            }
        }
        for (Node node : joining.duplicates) {
            items.accept(bad(node, "duplicate-id"));
        }
    }

    private static Item bad(Node node, String reason) {
        node.message().remove(OasstMessage.REPLIES);
        return new Item.Bad(node.row().line(), reason, node.message().toString());
    }

    /** Who replies to whom, and why a message is in no tree. */
    private static final class Joining {
        private final List<Node> nodes = new ArrayList<>();
        private final List<Node> duplicates = new ArrayList<>();
        private final List<Node> roots = new ArrayList<>();
        private final Map<String, List<Node>> repliesTo = new HashMap<>();
        private final Map<String, String> whyNot = new HashMap<>();

        void add(Node node) {
            if (whyNot.putIfAbsent(node.id(), "orphan") != null) {
                duplicates.add(node);
                return;
            }
            nodes.add(node);
            boolean first = node.parent().isEmpty();
            (first ? roots : repliesTo.computeIfAbsent(node.parent(), id -> new ArrayList<>())).add(node);
        }

        /** Gives the tree below a root, if anything is left of it. */
        void give(Node root, Batch.Sink items) throws IOException {
            ArrayNode top = Json.mapper().createArrayNode();
            Deque<Reached> open = new ArrayDeque<>();
            open.add(new Reached(root, top, 1, OasstMessage.isDeleted(root.message())));
            int messages = 0;
            while (!open.isEmpty()) {
                Reached at = open.remove();
                messages += attach(at) ? 1 : 0;
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

        private boolean attach(Reached at) {
            if (at.deleted() || at.depth() > MOST_DEPTH) {
                whyNot.put(at.node().id(), at.deleted() ? "deleted" : "too-deep");
                return false;
            }
            whyNot.remove(at.node().id());
            at.siblings().add(at.node().message());
            return true;
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
