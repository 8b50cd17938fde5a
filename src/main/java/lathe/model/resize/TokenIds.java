package lathe.model.resize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** The new ids of old tokens, as settings of a model name them. */
final class TokenIds {
    private final int[] now;

    TokenIds(VocabRows rows) {
        now = new int[rows.oldRows()];
        Arrays.fill(now, -1);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.copied(row) >= 0) {
                now[rows.copied(row)] = row;
            }
        }
    }

    /** Gives a setting its new id, or several; what is no token any more goes. */
    void renumber(ObjectNode json, String key) {
        JsonNode old = json.path(key);
        if (old.isInt()) {
            if (of(old) >= 0) {
                json.put(key, of(old));
            } else {
                json.remove(key);
            }
        } else if (old.isArray()) {
            ArrayNode list = json.putArray(key);
            for (JsonNode id : old) {
                if (of(id) >= 0) {
                    list.add(of(id));
                }
            }
        }
    }

    private int of(JsonNode id) {
        return id.asInt(-1) >= 0 && id.asInt() < now.length ? now[id.asInt()] : -1;
    }
}
