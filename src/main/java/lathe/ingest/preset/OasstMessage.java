package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The fields of a message as Open-Assistant exports it. */
final class OasstMessage {
    static final String ID = "message_id";
    static final String PARENT = "parent_id";
    static final String TREE = "message_tree_id";
    static final String STATE = "tree_state";
    static final String REPLIES = "replies";
    static final String RANK = "rank";
    private static final String TEXT = "text";
    private static final String ROLE = "role";

    private static final Set<String> SHAPE = Set.of(ID, TEXT, ROLE, REPLIES, TREE, STATE);
    private static final int UNRANKED = Integer.MAX_VALUE;

    private OasstMessage() {}

    static boolean is(JsonNode row) {
        return row.has(ID) && row.has(ROLE) && row.has(TEXT);
    }

    static String role(JsonNode message) throws UnusableException {
        return Roles.of(Fields.required(message, ROLE));
    }

    static String text(JsonNode message) throws UnusableException {
        return Fields.required(message, TEXT);
    }

    /** An id, or the empty text where there is none: a root has no parent. */
    static String id(JsonNode message, String field) {
        JsonNode id = message.path(field);
        return id.isValueNode() && !id.isNull() ? id.asText() : "";
    }

    static boolean isDeleted(JsonNode message) {
        return Fields.isTrue(message, "deleted");
    }

    /** Its place among its siblings, 0 the best; the highest number where people have not ranked it. */
    static int rank(JsonNode message) {
        return message.path(RANK).asInt(UNRANKED);
    }

    static boolean isRanked(JsonNode message) {
        return rank(message) != UNRANKED;
    }

    /** The replies that were not deleted, best first; those without a rank last and in their order. */
    static List<JsonNode> replies(JsonNode message) {
        return StreamSupport.stream(message.path(REPLIES).spliterator(), false)
                .filter(reply -> !isDeleted(reply))
                .sorted(Comparator.comparingInt(OasstMessage::rank))
                .toList();
    }

    /** What else is said of a message; labels, language, review. */
    static void putRest(JsonNode message, Map<String, Object> meta) {
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            if (!SHAPE.contains(field.getKey()) && !field.getValue().isNull()) {
                Object value = Fields.plain(field.getValue());
                if (value != null) {
                    meta.put(field.getKey(), value);
                }
            }
        }
    }
}
