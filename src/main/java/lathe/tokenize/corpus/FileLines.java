package lathe.tokenize.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file, cut at LF only, each with it. Bytes are read in blocks that end with a line; they become
 * strings in the thread that works on them.
 */
final class FileLines implements Sequences {
    private static final int BLOCK = 1 << 20;
    private static final int LONGEST = 1 << 30;

    private final Path file;

    FileLines(Path file) {
        this.file = file;
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(file);
    }

    @Override
    public Stream<String> open() throws IOException {
        return blocks().flatMap(block -> {
            List<String> lines = new ArrayList<>();
            try {
                block.forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Failure | RunCancelledException e) {
                throw new UncheckedIOException(new IOException(e.getMessage(), e));
            }
            return lines.stream();
        });
    }

    @Override
    public Stream<Block> blocks() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        Iterator<Block> blocks = new Blocks(bytes);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(blocks, 0), false)
                .onClose(() -> close(bytes));
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads; what stands after a block's last line begins the next. */
    private final class Blocks implements Iterator<Block> {
        private final InputStream input;
        private byte[] rest = new byte[0];
        private long offset;
        private @Nullable Lines next;

        Blocks(InputStream input) {
            this.input = input;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                try {
                    next = read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return next != null;
        }

        @Override
        public Block next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Lines block = next;
            next = null;
            return block;
        }

        private @Nullable Lines read() throws IOException {
            byte[] bytes = Arrays.copyOf(rest, rest.length + BLOCK);
            int filled = rest.length;
            int end = 0;
            while (end == 0) {
                if (filled == LONGEST) {
                    throw new IOException(file + ": a line is longer than a gigabyte");
                }
                if (filled == bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(LONGEST, 2L * filled)));
                }
                int n = input.readNBytes(bytes, filled, bytes.length - filled);
                int from = filled;
                filled += n;
                end = n == 0 ? filled : lastLine(bytes, from, filled);
                if (n == 0) {
                    break;
                }
            }
            if (filled == 0) {
                return null;
            }
            rest = Arrays.copyOfRange(bytes, end, filled);
            Lines block = new Lines(bytes, end, offset);
            offset += end;
            return block;
        }

        private static int lastLine(byte[] bytes, int from, int end) {
            for (int at = end; at > from; at--) {
                if (bytes[at - 1] == '\n') {
                    return at;
                }
            }
            return 0;
        }
    }

    private final class Lines implements Block {
        private final byte[] bytes;
        private final int end;
        private final long offset;

        Lines(byte[] bytes, int end, long offset) {
            this.bytes = bytes;
            this.end = end;
            this.offset = offset;
        }

        @Override
        public long bytes() {
            return end;
        }

        @Override
        public void forEach(Each each) throws Failure, IOException, RunCancelledException {
            int from = 0;
            for (int at = 0; at < end; at++) {
                if (bytes[at] == '\n') {
                    each.text(line(from, at + 1));
                    from = at + 1;
                }
            }
            if (from < end) {
                each.text(line(from, end));
            }
        }

        private String line(int from, int to) throws Failure, IOException {
            String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            if (line.indexOf('\uFFFD') >= 0) {
                // the sign stands in the file, or for something that is not UTF-8
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
                } catch (CharacterCodingException e) {
                    throw notText(offset + from);
                }
            }
            return line;
        }
    }

    private Failure notText(long at) throws IOException {
        long line = 1;
        try (InputStream input = Files.newInputStream(file)) {
            byte[] some = new byte[BLOCK];
            for (long left = at; left > 0; ) {
                int n = input.readNBytes(some, 0, (int) Math.min(BLOCK, left));
                for (int i = 0; i < n; i++) {
                    line += some[i] == '\n' ? 1 : 0;
                }
                left = n == 0 ? 0 : left - n;
            }
        }
        return Failure.badInput("The file is not UTF-8 text", file + ":" + line, "save it as UTF-8");
    }
}
