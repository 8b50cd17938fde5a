package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.ingest.item.BatchReader;
import lathe.recipe.CorpusSource;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/** How the fields of a row become records. Presets keep nothing between rows and are used by several threads. */
public interface Preset {
    String AUTO = "auto";

    /** Whether a row has this preset's form. */
    boolean recognises(JsonNode row);

    /** The records' contents, in order and at least one, or the reason why there is none. */
    List<Content> read(JsonNode row) throws UnusableException;

    /** For datasets whose records are spread over rows: a reader of joined rows. Others stay as they are. */
    default BatchReader joined(BatchReader rows) throws IOException {
        return rows;
    }

    /** All presets by name, in the order in which auto tries them. */
    static Map<String, Preset> all() {
        Map<String, Preset> known = new LinkedHashMap<>();
        known.put("alpaca", new AlpacaPreset());
        known.put("messages", new MessagesPreset());
        known.put("text", new TextPreset());
        known.put("none", new TextPreset());
        return known;
    }

    /** The preset of a source: its mapping, the one that it names, or one that finds out row by row. */
    static Preset of(CorpusSource source) throws Failure {
        if (source.map().keySet().stream().anyMatch(field -> !field.equals("id"))) {
            return new MappedPreset(source.map());
        }
        check(source.preset());
        return Preset.all().getOrDefault(source.preset(), new AutoPreset());
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

    /** The name of the preset that the first rows of a file show, or none. */
    static String detect(List<JsonNode> rows) {
        for (JsonNode row : rows) {
            for (Map.Entry<String, Preset> entry : all().entrySet()) {
                if (entry.getValue().recognises(row)) {
                    return row.isTextual() ? "none" : entry.getKey();
                }
            }
        }
        return "none";
    }
}
