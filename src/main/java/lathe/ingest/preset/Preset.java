package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
        return Presets.KNOWN;
    }

    /** The preset of a source: its mapping, the one that it names, or one that finds out row by row. */
    static Preset of(CorpusSource source) throws Failure {
        if (isMapped(source)) {
            return new MappedPreset(source.map());
        }
        check(source.preset());
        return all().getOrDefault(source.preset(), AutoPreset.INSTANCE);
    }

    /** Whether a source's fields are named by hand; an id alone goes with any preset. */
    static boolean isMapped(CorpusSource source) {
        return source.map().keySet().stream().anyMatch(field -> !field.equals("id"));
    }

    /** Refuses a name that is neither auto nor a preset. */
    static void check(String name) throws Failure {
        if (!name.equals(AUTO) && !all().containsKey(name)) {
            throw Failure.badInput(
                    "No such preset: " + name,
                    "preset",
                    Nearest.hint(name, all().keySet()),
                    "or name the fields with map");
        }
    }

    /**
     * The preset of a source's file, as it is shown: the one that the source names, the form that most of the file's
     * first rows have, or {@code none}. A mapping by hand is shown as {@code mapped}.
     *
     * @param file the file's name, which tells datasets of one form apart; it never decides how rows are read
     */
    static String shown(CorpusSource source, List<JsonNode> firstRows, String file) {
        if (isMapped(source)) {
            return Presets.MAPPED;
        }
        return source.preset().equals(AUTO) ? Presets.named(Presets.detect(firstRows), file) : source.preset();
    }
}
