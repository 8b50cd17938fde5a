package lathe.ingest.format;

import com.fasterxml.jackson.databind.node.TextNode;
import lathe.ingest.item.Item;

/** What single lines become where each is a text. */
final class TextLines {
    private TextLines() {}

    /** The line itself; an empty line is an empty text. */
    static Item parse(long number, byte[] bytes, int from, int to) {
        Line line = Line.of(number, bytes, from, to);
        return line.fault() == null
                ? new Item.Row(line.number(), TextNode.valueOf(line.text()))
                : new Item.Bad(line.number(), line.fault(), line.text());
    }
}
