package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/** The files of a zip by its directory, which stands at its end and is kept in memory. */
final class ZipEntries implements Entries {
    private static final long MOST_DIRECTORY_BYTES = 16L << 20;

    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;

    /**
     * Reads the directory.
     *
     * @param channel closed with this, and also if this fails
     */
    ZipEntries(SeekableByteChannel channel) throws IOException {
        DirectoryLimit limited = new DirectoryLimit(channel);
        zip = ZipFile.builder()
                .setSeekableByteChannel(limited)
                .setCharset(StandardCharsets.ISO_8859_1)
                .setIgnoreLocalFileHeader(true)
                .get();
        limited.left = Long.MAX_VALUE;
        entries = zip.getEntries();
    }

    /** Thrown where the directory is too large to be kept; the zip can still be read from its beginning. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public @Nullable Entry next() {
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (!entry.isDirectory() && !entry.isUnixSymlink()) {
                return new Entry(EntryNames.of(entry), refused(entry), () -> open(entry));
            }
        }
        return null;
    }

    static @Nullable String refused(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesEncryption() ? "encrypted" : null;
    }

    private InputStream open(ZipArchiveEntry entry) throws IOException {
        return new ChecksumStream(unpacked(entry), entry.getCrc());
    }

    /** The library would open these two without a limit on memory. */
    private InputStream unpacked(ZipArchiveEntry entry) throws IOException {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        if (method == ZipMethod.XZ || method == ZipMethod.ZSTD) {
            Packing packing = method == ZipMethod.XZ ? Packing.XZ : Packing.ZSTD;
            return Decompressors.open(packing, zip.getRawInputStream(entry));
        }
        return zip.getInputStream(entry);
    }

    @Override
    public boolean isStream() {
        return false;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class DirectoryLimit extends ReadChannel {
        private long left = MOST_DIRECTORY_BYTES;

        DirectoryLimit(SeekableByteChannel channel) {
            super(channel);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            int count = super.read(bytes);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new TooLargeException();
            }
            return count;
        }
    }
}
