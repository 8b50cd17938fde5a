package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a zip from its beginning, without its directory: it is torn, or too large to be kept in memory. */
final class ZipStreamEntries implements Entries {
    private final ZipArchiveInputStream zip;
    private final IOException without;

    /**
     * Reads a zip from its beginning.
     *
     * @param without why the directory cannot be had
     */
    ZipStreamEntries(InputStream in, IOException without) {
        zip = new ZipArchiveInputStream(in, "ISO-8859-1", true);
        this.without = without;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        ZipArchiveEntry entry = zip.getNextEntry();
        while (entry != null && (entry.isDirectory() || entry.isUnixSymlink())) {
            entry = zip.getNextEntry();
        }
        if (entry == null) {
            return end();
        }
        String unreadable = zip.canReadEntryData(entry) ? null : "bad-archive";
        String refused = ZipEntries.refused(entry);
        return new Entry(EntryNames.of(entry), refused == null ? unreadable : refused, () -> new Unclosed(zip));
    }

    /** A torn zip ends as if it were whole; only its missing directory shows that something is gone. */
    private @Nullable Entry end() throws IOException {
        if (without instanceof ZipEntries.TooLargeException
                || without.getCause() instanceof ZipEntries.TooLargeException) {
            return null;
        }
        throw without;
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
