package lathe.clean.duplicate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the rows of a {@link KeyRowsFile}. Used by one thread. */
public final class KeyRowsWriter implements Closeable {
    private final OutputStream out;
    private final ByteBuffer row;

    /** Replaces a file by one without rows. */
    public KeyRowsWriter(Path file, int longs) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        row = ByteBuffer.allocate(KeyRowsFile.width(longs)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Adds what {@link lathe.clean.rule.Duplicates#measure} wrote and answered for the next record. */
    public void add(long[] numbers, boolean comparable) throws IOException {
        row.clear();
        for (int i = 0; row.remaining() > 1; i++) {
            row.putLong(comparable ? numbers[i] : 0);
        }
        row.put((byte) (comparable ? 1 : 0));
        out.write(row.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
