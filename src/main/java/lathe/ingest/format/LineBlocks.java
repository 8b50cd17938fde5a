package lathe.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines, a quarter of a megabyte each. A line longer than the limit is a block of
 * its own.
 */
final class LineBlocks implements Closeable {
    // well under half of a G1 region of the smallest heap: larger arrays would make the collector work for each of them
    private static final int BLOCK = 1 << 18;
    private static final int EXCERPT = 1 << 12;
    private static final int[] BOM = {0xEF, 0xBB, 0xBF};

    /** Whole lines. */
    static final class Block {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private final long firstLine;
        private final boolean tooLong;

        Block(byte[] bytes, int from, int to, long firstLine, boolean tooLong) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            this.firstLine = firstLine;
            this.tooLong = tooLong;
        }

        /** The lines with their ends, from {@link #from} to {@link #to}. */
        byte[] bytes() {
            return bytes;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        /** Number of the first, from 1. */
        long firstLine() {
            return firstLine;
        }

        /** Whether it is only the beginning of one line that is longer than the limit. */
        boolean tooLong() {
            return tooLong;
        }
    }

    private final InputStream in;
    private final int mostBytes;
    private byte[] rest = new byte[0];
    private boolean ended;
    private @Nullable CorruptException broken;
    private long line = 1;

    /**
     * Blocks of a stream.
     *
     * @param mostBytes length of the longest line that is kept
     */
    LineBlocks(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** Number of the line that comes next. */
    long line() {
        return line;
    }

    /** The next block, or null at the end. A stream that breaks gives the whole lines before that first. */
    @Nullable
    Block next() throws IOException {
        byte[] buffer = Arrays.copyOf(rest, Math.max(BLOCK, rest.length));
        int filled = fill(buffer, rest.length);
        int cut = cut(buffer, filled);
        while (cut < 0 && !ended && buffer.length <= mostBytes) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, mostBytes + 1L));
            filled = fill(buffer, filled);
            cut = cut(buffer, filled);
        }
        if (cut < 0 && broken != null) {
            throw broken;
        }
        if (cut < 0) {
            return skipLine(buffer);
        }
        rest = Arrays.copyOfRange(buffer, cut, filled);
        return cut == 0 ? null : block(buffer, cut);
    }

    /** Where the last whole line ends; the end of everything at the end of the stream; -1 if no line ends here. */
    private int cut(byte[] buffer, int filled) {
        if (ended && broken == null) {
            return filled;
        }
        for (int i = filled - 1; i >= 0; i--) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int fill(byte[] buffer, int from) throws IOException {
        int filled = from;
        while (!ended && filled < buffer.length) {
            filled += read(buffer, filled);
        }
        return filled;
    }

    private int read(byte[] buffer, int from) throws IOException {
        try {
            int read = in.read(buffer, from, buffer.length - from);
            ended = read < 0;
            return Math.max(0, read);
        } catch (CorruptException e) {
            broken = e;
            ended = true;
            return 0;
        }
    }

    private Block block(byte[] buffer, int to) {
        int from = line == 1 && startsWithMark(buffer, to) ? BOM.length : 0;
        Block block = new Block(buffer, from, to, line, false);
        line += Bytes.count(buffer, 0, to, (byte) '\n');
        return block;
    }

    private static boolean startsWithMark(byte[] buffer, int to) {
        return to >= BOM.length
                && (buffer[0] & 0xff) == BOM[0]
                && (buffer[1] & 0xff) == BOM[1]
                && (buffer[2] & 0xff) == BOM[2];
    }

    private Block skipLine(byte[] start) throws IOException {
        Block block = new Block(Arrays.copyOf(start, EXCERPT), 0, EXCERPT, line, true);
        byte[] buffer = new byte[BLOCK];
        rest = new byte[0];
        int end = -1;
        int filled = 0;
        while (end < 0 && !ended) {
            filled = read(buffer, 0);
            end = Bytes.indexOf(buffer, 0, filled, (byte) '\n');
        }
        if (end >= 0) {
            rest = Arrays.copyOfRange(buffer, end + 1, filled);
        }
        line++;
        return block;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
