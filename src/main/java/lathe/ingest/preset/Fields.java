package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a row. */
final class Fields {
    private static final String MISSING = "missing-field";

    private Fields() {}

    /** A field's value as text; numbers and booleans as they are written. */
    static String required(JsonNode row, String field) throws UnusableException {
        return text(row.path(field));
    }

    /** A field's value as text; the empty text where it is absent or null. */
    static String optional(JsonNode row, String field) throws UnusableException {
        JsonNode value = row.path(field);
        return isAbsent(value) ? "" : text(value);
    }

    /** A value as text. */
    static String text(JsonNode value) throws UnusableException {
        if (!value.isValueNode() || value.isNull()) {
            throw new UnusableException(MISSING);
        }
        return value.asText();
    }

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    static boolean isText(JsonNode row, String field) {
        return row.path(field).isTextual();
    }

    /** A yes or no; tables write it as text. */
    static boolean isTrue(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isTextual() ? value.textValue().equalsIgnoreCase("true") : value.asBoolean();
    }

    /** A value as lists, maps, texts and numbers. */
    static @Nullable Object plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.mapper().convertValue(value, Object.class);
    }
}
