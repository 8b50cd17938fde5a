package lathe.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import lathe.ingest.item.Item;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** What single lines become. */
final class JsonLines {
    private JsonLines() {}

    /** A JSON value; a blank line is no item. */
    static @Nullable Item parse(Line line) {
        if (line.fault() != null) {
            return new Item.Bad(line.number(), line.fault(), line.text());
        }
        if (line.text().isBlank()) {
            return null;
        }
        try {
            return new Item.Row(line.number(), Json.parse(line.text()));
        } catch (JsonProcessingException e) {
            return new Item.Bad(line.number(), "bad-json", line.text());
        }
    }
}
