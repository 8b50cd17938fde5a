package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.ingest.item.CorruptException;

/** Bytes out of an archive, put on the disk for readers that must jump about. */
final class TemporaryFile implements AutoCloseable {
    private static final long MOST_BYTES = 4L << 30;
    private static final int BUFFER = 1 << 16;

    private final Path path;

    private TemporaryFile(Path path) {
        this.path = path;
    }

    /** Reads a stream to its end. */
    static TemporaryFile of(InputStream in) throws IOException {
        TemporaryFile file = new TemporaryFile(Files.createTempFile("lathe-in", ".part"));
        try {
            file.fill(in);
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void fill(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = MOST_BYTES;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw new CorruptException(
                            "too-long", "more than " + MOST_BYTES + " bytes that must be on the disk");
                }
                out.write(buffer, 0, count);
            }
        }
    }

    Path path() {
        return path;
    }

    SeekableByteChannel open() throws IOException {
        return Files.newByteChannel(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
