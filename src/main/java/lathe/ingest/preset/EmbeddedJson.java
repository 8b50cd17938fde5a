package lathe.ingest.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import lathe.run.Json;

/** JSON that stands as a string in a field: RedPajama's {@code meta}, a function's arguments, a table's cells. */
final class EmbeddedJson {
    private EmbeddedJson() {}

    /** The object or array that a string holds, or the value itself where it holds none. */
    static JsonNode of(JsonNode value) {
        if (!value.isTextual() || !looksLike(value.textValue())) {
            return value;
        }
        try {
            JsonNode inner = Json.parse(value.textValue());
            return Surrogates.haveLone(inner) ? value : inner;
        } catch (JsonProcessingException e) {
            return value; // some other text that begins with a bracket
        }
    }

    /** Whether a value is a list, or a string that looks like a list of objects. */
    static boolean mayBeList(JsonNode value) {
        return value.isArray() || (value.isTextual() && value.textValue().startsWith("[{"));
    }

    private static boolean looksLike(String text) {
        return (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
    }
}
