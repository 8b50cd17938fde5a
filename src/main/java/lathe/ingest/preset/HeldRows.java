package lathe.ingest.preset;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that wait for others: the first 64 MiB in memory, all others in a temporary file. */
final class HeldRows implements Closeable {
    private static final long MOST_IN_MEMORY = 64L << 20;
    private static final int LENGTH_BYTES = 4;

    private final List<byte[]> inMemory = new ArrayList<>();
    private final long most;
    private long bytes;
    private @Nullable Path file;
    private @Nullable RandomAccessFile open;

    HeldRows() {
        this(MOST_IN_MEMORY);
    }

    HeldRows(long most) {
        this.most = most;
    }

    /** Holds a row and gives its place. */
    long add(byte[] row) throws IOException {
        if (bytes + row.length <= most) {
            bytes += row.length;
            inMemory.add(row);
            return inMemory.size() - 1L;
        }
        RandomAccessFile to = spilled();
        long at = to.length();
        to.seek(at);
        byte[] framed = new byte[LENGTH_BYTES + row.length];
        java.nio.ByteBuffer.wrap(framed).putInt(row.length).put(row);
        to.write(framed);
        return -1 - at; // below zero: in the file
    }

    private RandomAccessFile spilled() throws IOException {
        if (open == null) {
            file = Files.createTempFile("lathe-rows", ".tmp");
            open = new RandomAccessFile(file.toFile(), "rw");
        }
        return open;
    }

    /** The row at a place. */
    byte[] read(long place) throws IOException {
        if (place >= 0) {
            return inMemory.get((int) place);
        }
        RandomAccessFile from = spilled();
        from.seek(-1 - place);
        byte[] row = new byte[from.readInt()];
        from.readFully(row);
        return row;
    }

    /** Forgets all rows. */
    void clear() throws IOException {
        inMemory.clear();
        bytes = 0;
        if (open != null) {
            open.setLength(0);
        }
    }

    @Override
    public void close() throws IOException {
        inMemory.clear();
        if (open != null) {
            open.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
