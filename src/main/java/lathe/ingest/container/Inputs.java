package lathe.ingest.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What one file on the disk holds: itself, or the files of an archive, in their order. */
public interface Inputs extends Closeable {

    /** Opens a file on the disk. Whether it is an archive, its name and first bytes tell. */
    static Inputs of(Path file) throws IOException {
        return new DiskInputs(file);
    }

    /**
     * The next input, or null at the end.
     *
     * @throws UnreadableException if the archive is broken or hostile here; nothing after this place can be read
     */
    @Nullable
    Input next() throws IOException, UnreadableException;

    /** Bytes of the file on the disk that were read so far. */
    long position();
}
