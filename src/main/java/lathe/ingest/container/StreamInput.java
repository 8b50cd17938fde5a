package lathe.ingest.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is read as a stream, and put on the disk only if it must be. */
final class StreamInput implements Input, Closeable {
    private final String name;
    private final HeadStream stream;
    private final @Nullable Path path;
    private @Nullable TemporaryFile file;

    /**
     * A file.
     *
     * @param path where it is on the disk as it is; null if it came out of something
     */
    StreamInput(String name, HeadStream stream, @Nullable Path path) {
        this.name = name;
        this.stream = stream;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] head() {
        return stream.head().clone();
    }

    @Override
    public InputStream open() {
        return stream;
    }

    @Override
    public Path onDisk() throws IOException {
        if (path != null) {
            return path;
        }
        if (file == null) {
            file = TemporaryFile.of(stream);
        }
        return file.path();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (file != null) {
            file.close();
        }
    }
}
