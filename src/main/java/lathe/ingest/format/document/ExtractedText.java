package lathe.ingest.format.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document and what the document says of itself.
 *
 * @param meta title, author and the like, in the order in which they are written
 */
public record ExtractedText(String text, Map<String, Object> meta) {
    /** Characters of the longest text that is kept. */
    public static final int MOST_CHARS = 64 << 20;

    /** As a row that the preset {@code text} reads. */
    ObjectNode row() {
        ObjectNode row = Json.mapper().createObjectNode().put("text", text);
        if (!meta.isEmpty()) {
            row.set("meta", Json.mapper().valueToTree(meta));
        }
        return row;
    }

    /** Collects meta; what is absent or blank is left out. */
    public static final class Meta {
        private final Map<String, Object> values = new LinkedHashMap<>();

        /** Adds a text, its white space tidied. */
        public Meta put(String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip().replaceAll("\\s+", " "));
            }
            return this;
        }

        /** Adds a number. */
        public Meta put(String name, int value) {
            values.put(name, value);
            return this;
        }

        /** What was collected. */
        public Map<String, Object> values() {
            return values;
        }
    }
}
