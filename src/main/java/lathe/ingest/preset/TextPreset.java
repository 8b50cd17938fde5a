package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The field {@code text}, or a row that is itself a string. */
final class TextPreset implements Preset {

    @Override
    public boolean recognises(JsonNode row) {
        return row.isTextual() || row.path("text").isTextual();
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return List.of(Content.text(row.isTextual() ? row.asText() : Fields.required(row, "text"), "text"));
    }
}
