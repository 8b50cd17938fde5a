package lathe.clean.duplicate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sorted runs of keys and records in one scratch file, which is gone when this is closed. Used by one thread. */
final class RunsFile implements Closeable {
    static final int ENTRY = Long.BYTES + Integer.BYTES;

    private static final int BUFFERED = 5_000 * ENTRY;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED).order(ByteOrder.LITTLE_ENDIAN);
    private long end;

    /**
     * Where a run is.
     *
     * @param at its first byte
     * @param entries how many keys
     */
    record Run(long at, int entries) {}

    /** Makes a scratch file in a folder, which is made too if it is not there. */
    RunsFile(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = Files.createTempFile(folder, "keys-", ".runs");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Writes a run behind all others. */
    Run write(long[] keys, int[] records, int size) throws IOException {
        Run run = new Run(end, size);
        buffer.clear();
        for (int i = 0; i < size; i++) {
            buffer.putLong(keys[i]).putInt(records[i]);
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
        flush();
        return run;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
        buffer.clear();
    }

    /** Fills a buffer from a place on, or as far as its limit is. */
    void read(long at, ByteBuffer into) throws IOException {
        long place = at;
        while (into.hasRemaining()) {
            int read = channel.read(into, place);
            if (read < 0) {
                throw new IOException(file + " was cut off");
            }
            place += read;
        }
        into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
