package lathe.ingest;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text per line; an empty line is an empty text. */
final class LinesReader implements ItemReader {
    private final LineReader lines;

    LinesReader(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Item next() throws IOException {
        LineReader.Line line = lines.next();
        if (line == null) {
            return null;
        }
        return line.fault() == null
                ? new Item.Row(line.number(), TextNode.valueOf(line.text()))
                : new Item.Bad(line.number(), line.fault(), line.text());
    }
}
