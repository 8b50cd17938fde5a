package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;

/** The field {@code text}, or a row that is itself a string. */
final class TextPreset implements Preset {

    @Override
    public boolean recognises(JsonNode row) {
        return row.isTextual() || row.path("text").isTextual();
    }

    @Override
    public Content read(JsonNode row) throws UnusableException {
        return Content.text(row.isTextual() ? row.asText() : Fields.required(row, "text"), "text");
    }
}
