package lathe.ingest.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What one file on the disk holds: itself, or the files of an archive, in their order. */
public interface Inputs extends Closeable {

    /** Opens a file on the disk. Whether it is an archive, its first bytes tell, then its name. */
    static Inputs of(Path file) throws IOException {
        return new PackedInputs(new DiskFile(file));
    }

    /**
     * The next input, or null at the end.
     *
     * @throws UnreadableException names an archive or entry that cannot be read; ask again for what comes after it
     */
    @Nullable
    Input next() throws IOException, UnreadableException;

    /** Bytes of the file on the disk that were read so far. */
    long position();
}
