package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/** How the fields of a row become a record. */
interface Preset {
    String AUTO = "auto";

    /** Whether a row has this preset's form. */
    boolean recognises(JsonNode row);

    /** The record's content, or the reason why there is none. */
    Content read(JsonNode row) throws UnusableException;

    /** All presets by name, in the order in which auto tries them. */
    static Map<String, Preset> all() {
        Map<String, Preset> known = new LinkedHashMap<>();
        known.put("alpaca", new AlpacaPreset());
        known.put("messages", new MessagesPreset());
        known.put("text", new TextPreset());
        known.put("none", new TextPreset());
        return known;
    }

    /** Refuses a name that is neither auto nor a preset. */
    static void check(String name) throws Failure {
        Map<String, Preset> known = all();
        if (!name.equals(AUTO) && !known.containsKey(name)) {
            throw Failure.badInput(
                    "No such preset: " + name,
                    "preset",
                    Nearest.hint(name, known.keySet()),
                    "or name the fields with map");
        }
    }

    /** The name of the preset that recognises a row, or none. */
    static String detect(JsonNode row) {
        for (Map.Entry<String, Preset> entry : all().entrySet()) {
            if (entry.getValue().recognises(row)) {
                return entry.getKey();
            }
        }
        return "none";
    }
}
