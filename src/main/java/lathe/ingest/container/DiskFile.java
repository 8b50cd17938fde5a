package lathe.ingest.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file on the disk. Counts what is read of it, and remembers an error of the disk: whatever an exception is wrapped
 * in on its way through a decompressor, this tells a bad disk from a bad archive.
 */
final class DiskFile {
    private final Path path;
    private final long size;
    private long read;
    private @Nullable IOException failure;

    DiskFile(Path path) throws IOException {
        this.path = path;
        size = Files.size(path);
    }

    Path path() {
        return path;
    }

    /** Bytes read so far; never more than there are, also where some were read twice. */
    long position() {
        return Math.min(read, size);
    }

    /** Throws the error that the disk gave, if it gave one. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Opens it, at its beginning. */
    SeekableByteChannel open() throws IOException {
        return new Counted(Files.newByteChannel(path));
    }

    private final class Counted extends ReadChannel {
        Counted(SeekableByteChannel channel) {
            super(channel);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            try {
                int count = super.read(bytes);
                read += Math.max(0, count);
                return count;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
