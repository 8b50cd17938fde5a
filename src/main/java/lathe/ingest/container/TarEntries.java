package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a tar. */
final class TarEntries implements Entries {
    private static final int BUFFER = 1 << 16;
    private static final int RECORD = 512;

    private final InputStream in;
    private final HeaderLimit limited;
    private final TarArchiveInputStream tar;

    TarEntries(InputStream in) {
        this.in = in;
        limited = new HeaderLimit(in);
        tar = new TarArchiveInputStream(limited, RECORD, "UTF-8"); // a larger block would be passed over unseen
    }

    @Override
    public @Nullable Entry next() throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (tar.getCurrentEntry() != null && tar.read(buffer) >= 0) {
            // What was not wanted of the entry before; skipping it is the library's, and would count as a header.
        }
        TarArchiveEntry entry = header();
        while (entry != null && !isFile(entry)) {
            entry = header();
        }
        if (entry == null && limited.isTorn()) {
            throw new IOException("ends within a header");
        } else if (entry == null) {
            refuseMore(buffer);
            return null;
        }
        return new Entry(entry.getName(), null, () -> new Unclosed(tar));
    }

    private @Nullable TarArchiveEntry header() throws IOException {
        limited.begin();
        TarArchiveEntry entry = tar.getNextEntry();
        limited.end();
        if (entry != null && entry.isSparse()) {
            throw new IOException("a sparse file: " + entry.getName()); // a few bytes stand for any number of zeros
        }
        return entry;
    }

    private static boolean isFile(TarArchiveEntry entry) {
        return !entry.isDirectory()
                && !entry.isSymbolicLink()
                && !entry.isLink()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }

    /** Zeros fill up the end; anything else would be lost without a word. */
    private void refuseMore(byte[] buffer) throws IOException {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] != 0) {
                    throw new IOException("more stands after the archive's end");
                }
            }
        }
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
