package lathe.ingest.format;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemReader;
import org.jspecify.annotations.Nullable;

/** A text per run of lines; blank lines stand between. */
final class ParagraphsReader implements ItemReader {
    private final LineReader lines;

    ParagraphsReader(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Item next() throws IOException {
        Line first = lines.next();
        while (first != null && isBlank(first)) {
            first = lines.next();
        }
        return first == null ? null : paragraph(first);
    }

    private Item paragraph(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        String fault = first.fault();
        for (Line line = lines.next(); line != null && !isBlank(line); line = lines.next()) {
            fault = fault == null ? line.fault() : fault;
            if (text.length() + line.text().length() > LineBatches.MOST_BYTES) {
                fault = "too-long";
            } else {
                text.append('\n').append(line.text());
            }
        }
        return fault == null
                ? new Item.Row(first.number(), TextNode.valueOf(text.toString()))
                : new Item.Bad(first.number(), fault, text.toString());
    }

    private static boolean isBlank(Line line) {
        return line.fault() == null && line.text().isBlank();
    }
}
