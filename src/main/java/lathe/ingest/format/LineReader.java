package lathe.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines one after another, for formats in which they belong together. */
final class LineReader {
    private final LineBlocks blocks;
    private LineBlocks.@Nullable Block block;
    private int at;
    private long number;

    LineReader(InputStream in) {
        blocks = new LineBlocks(in, LineBatches.MOST_BYTES);
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        LineBlocks.Block current = block;
        if (current == null || at >= current.to()) {
            current = blocks.next();
            if (current == null) {
                return null;
            }
            block = current;
            at = current.from();
            number = current.firstLine();
        }
        return current.tooLong() ? tooLong(current) : line(current);
    }

    private Line tooLong(LineBlocks.Block current) {
        at = current.to();
        return new Line(number, new String(current.bytes(), StandardCharsets.UTF_8), "too-long");
    }

    private Line line(LineBlocks.Block current) {
        int end = Bytes.indexOf(current.bytes(), at, current.to(), (byte) '\n');
        int stop = end < 0 ? current.to() : end;
        Line line = Line.of(number++, current.bytes(), at, stop);
        at = stop + 1;
        return line;
    }
}
