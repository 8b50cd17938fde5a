package lathe.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectReader;
import lathe.ingest.item.Item;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** What single lines become. */
final class JsonLines {
    private static final long MOST_TOKENS = 1 << 20;

    // Small values take many times their length in memory: a line is limited in both.
    private static final ObjectReader ROWS = Json.mapper().reader().with(limited());

    private JsonLines() {}

    private static JsonFactory limited() {
        JsonFactory factory = Json.mapper().getFactory().copy();
        return factory.setStreamReadConstraints(factory.streamReadConstraints()
                .rebuild()
                .maxTokenCount(MOST_TOKENS)
                .build());
    }

    /** A JSON value; a blank line is no item. */
    static @Nullable Item parse(Line line) {
        if (line.fault() != null) {
            return new Item.Bad(line.number(), line.fault(), line.text());
        }
        if (line.text().isBlank()) {
            return null;
        }
        try {
            return new Item.Row(line.number(), ROWS.readTree(line.text()));
        } catch (StreamConstraintsException e) {
            return new Item.Bad(line.number(), "beyond-limits", line.text());
        } catch (JsonProcessingException e) {
            return new Item.Bad(line.number(), "bad-json", line.text());
        }
    }
}
