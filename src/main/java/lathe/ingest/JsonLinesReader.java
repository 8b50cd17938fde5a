package lathe.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** A JSON value per line; blank lines are no items. */
final class JsonLinesReader implements ItemReader {
    private final LineReader lines;

    JsonLinesReader(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Item next() throws IOException {
        LineReader.Line line = lines.next();
        while (line != null && line.fault() == null && line.text().isBlank()) {
            line = lines.next();
        }
        return line == null ? null : parse(line);
    }

    private static Item parse(LineReader.Line line) {
        if (line.fault() != null) {
            return new Item.Bad(line.number(), line.fault(), line.text());
        }
        try {
            return new Item.Row(line.number(), Json.parse(line.text()));
        } catch (JsonProcessingException e) {
            return new Item.Bad(line.number(), "bad-json", line.text());
        }
    }
}
