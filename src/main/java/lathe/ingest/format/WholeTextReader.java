package lathe.ingest.format;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemReader;
import org.jspecify.annotations.Nullable;

/** The whole file as one text. */
final class WholeTextReader implements ItemReader {
    private static final int MOST_BYTES = 64 << 20;

    private final InputStream in;
    private boolean done;

    WholeTextReader(InputStream in) {
        this.in = in;
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return bad("too-long", bytes);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !Line.isUtf8(ByteBuffer.wrap(bytes))) {
            return bad("invalid-utf8", bytes);
        }
        return new Item.Row(1, TextNode.valueOf(text));
    }

    private static Item bad(String reason, byte[] bytes) {
        int start = Math.min(bytes.length, 1 << 10);
        return new Item.Bad(1, reason, new String(bytes, 0, start, StandardCharsets.UTF_8));
    }
}
