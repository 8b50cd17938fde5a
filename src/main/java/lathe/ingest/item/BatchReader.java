package lathe.ingest.item;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into batches, in memory that does not grow with the file. Used by one thread. */
public interface BatchReader extends Closeable {

    /** The next batch, or null at the end. */
    @Nullable
    Batch next() throws IOException;

    /** The character set that the file was found to be in, as Java names it; empty where it has none, as a PDF. */
    default String charset() {
        return "";
    }

    /**
     * About how many bytes of a file on the disk have been read; negative where what it reads from knows, as for all
     * that read from front to back.
     */
    default long position() {
        return -1;
    }

    @Override
    default void close() throws IOException {}
}
