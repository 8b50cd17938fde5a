package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import lathe.text.Unicode;

/** Halves of surrogate pairs: JSON can write them, UTF-8 cannot. */
public final class Surrogates {
    private Surrogates() {}

    /** Whether a string or a field's name, however deep, has half a surrogate pair. */
    public static boolean haveLone(JsonNode node) {
        if (node.isTextual()) {
            return Unicode.loneSurrogate(node.textValue()) >= 0;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (Unicode.loneSurrogate(field.getKey()) >= 0) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (haveLone(child)) {
                return true;
            }
        }
        return false;
    }
}
