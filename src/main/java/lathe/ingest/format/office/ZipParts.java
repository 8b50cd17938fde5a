package lathe.ingest.format.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import lathe.ingest.format.document.RefusedException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an archive that is a document. Opening it inflates every part once into nothing: what an archive says of
 * its sizes is no bound, and a bomb is told before it goes off.
 */
final class ZipParts implements Closeable {
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_BYTES = 512L << 20;
    /** Length of the longest part that holds text or XML. */
    private static final long MOST_MARKUP = 48L << 20;

    private final ZipFile zip;

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    /** The parts of an archive that keeps its sizes within bounds; else {@code archive-bomb}. */
    static ZipParts of(byte[] file) throws IOException {
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
        ZipParts parts = new ZipParts(zip);
        try {
            parts.check();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
        return parts;
    }

    private void check() throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_PARTS) {
            throw new RefusedException("archive-bomb", "more than " + MOST_PARTS + " parts");
        }
        byte[] nowhere = new byte[1 << 16];
        long total = 0;
        for (ZipArchiveEntry entry : entries) {
            long most = isMarkup(entry.getName()) ? MOST_MARKUP : MOST_BYTES;
            total += length(entry, Math.min(most, MOST_BYTES - total), nowhere);
        }
    }

    private static boolean isMarkup(String name) {
        return name.matches("(?i).*\\.(xml|rels|xhtml|html?|opf|ncx)");
    }

    private long length(ZipArchiveEntry entry, long most, byte[] nowhere) throws IOException {
        long length = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(nowhere); read >= 0; read = in.read(nowhere)) {
                length += read;
                if (length > most) {
                    throw new RefusedException("archive-bomb", entry.getName() + " is longer than " + most + " bytes");
                }
            }
        }
        return length;
    }

    /** What is done with a part. */
    @FunctionalInterface
    interface Use {
        void of(InputStream part) throws IOException;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** A part that must be there. */
    byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    /** Reads a part that must be there as it goes by. */
    void read(String name, Use use) throws IOException {
        try (InputStream in = open(name)) {
            use.of(in);
        }
    }

    /** Reads a part that may be there. */
    void ifThere(String name, Use use) throws IOException {
        if (has(name)) {
            read(name, use);
        }
    }

    private InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no part " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
