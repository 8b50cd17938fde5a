package lathe.ingest.container;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The files of an archive, in its order; folders, links and devices are passed over. */
interface Entries extends Closeable {

    /**
     * One of them.
     *
     * @param name as the archive has it
     * @param refused why its bytes cannot be had, as in the ledger; null where they can
     */
    record Entry(String name, @Nullable String refused, GuardedStream.Opener bytes) {}

    /** The next file, or null at the end. */
    @Nullable
    Entry next() throws IOException;

    /** Whether nothing can be read after an entry that is broken: the archive is one stream. */
    boolean isStream();
}
