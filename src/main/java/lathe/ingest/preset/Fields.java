package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import lathe.data.Message;

/** Reads single fields of a row. */
final class Fields {
    private static final Set<String> ROLES = Set.of("system", "user", "assistant");

    private Fields() {}

    /** A field's value as text; numbers and booleans as they are written. */
    static String required(JsonNode row, String field) throws UnusableException {
        JsonNode value = row.path(field);
        if (!value.isValueNode() || value.isNull()) {
            throw new UnusableException("missing-field");
        }
        return value.asText();
    }

    /** A field's value as text; the empty text where it is absent or null. */
    static String optional(JsonNode row, String field) throws UnusableException {
        JsonNode value = row.path(field);
        return value.isMissingNode() || value.isNull() ? "" : required(row, field);
    }

    /** One turn of a conversation in OpenAI's form. */
    static Message message(JsonNode turn) throws UnusableException {
        String role = required(turn, "role").toLowerCase(Locale.ROOT);
        if (!ROLES.contains(role)) {
            throw new UnusableException("unknown-role");
        }
        return new Message(role, required(turn, "content"));
    }
}
