package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.node.TextNode;
import lathe.data.WrittenStrings;

/** A text that remembers the bytes it was decoded from, so that storing it need not encode it again. */
final class Utf8Node extends TextNode {
    private static final long serialVersionUID = 1;

    private final transient byte[] bytes;
    private final transient int from;
    private final transient int to;

    /** The text in a range of valid UTF-8. */
    Utf8Node(String text, byte[] bytes, int from, int to) {
        super(text);
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    void addTo(WrittenStrings strings) {
        strings.addUtf8(textValue(), bytes, from, to);
    }
}
