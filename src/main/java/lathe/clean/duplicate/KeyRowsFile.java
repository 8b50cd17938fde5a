package lathe.clean.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in files that follow one another, as memory: each row is its longs, little-endian, and a byte that is 1 for a
 * record that can have duplicates. Safe for several threads.
 */
public final class KeyRowsFile implements KeyRows {
    private static final int MOST_MAPPED = 1 << 30;

    private final int longs;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private int[] firsts = new int[0];
    private int records;

    /**
     * Opens files that {@link KeyRowsWriter} wrote.
     *
     * @param longs numbers of a row
     * @throws IOException if a file cannot be read or ends within a row, or there are more than 2^31 - 1 rows
     */
    public KeyRowsFile(List<Path> files, int longs) throws IOException {
        this.longs = longs;
        for (Path file : files) {
            map(file);
        }
    }

    /** The bytes of a row. */
    static int width(int longs) {
        return longs * Long.BYTES + 1;
    }

    private void map(Path file) throws IOException {
        int width = width(longs);
        long most = MOST_MAPPED / width * (long) width;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size % width != 0 || size / width > Integer.MAX_VALUE - records) {
                throw new IOException(file + ": not rows of " + width + " bytes, or too many");
            }
            for (long at = 0; at < size; at += most) {
                long length = Math.min(most, size - at);
                add(channel.map(FileChannel.MapMode.READ_ONLY, at, length), (int) (length / width));
            }
        }
    }

    private void add(ByteBuffer piece, int rows) {
        pieces.add(piece.order(ByteOrder.LITTLE_ENDIAN));
        firsts = Arrays.copyOf(firsts, firsts.length + 1);
        firsts[firsts.length - 1] = records;
        records += rows;
    }

    @Override
    public int records() {
        return records;
    }

    @Override
    public boolean isComparable(int record) {
        int piece = piece(record);
        return pieces.get(piece).get(place(record, piece) + longs * Long.BYTES) != 0;
    }

    @Override
    public long get(int record, int column) {
        int piece = piece(record);
        return pieces.get(piece).getLong(place(record, piece) + column * Long.BYTES);
    }

    @Override
    public void read(int record, long[] into) {
        int piece = piece(record);
        ByteBuffer from = pieces.get(piece);
        int place = place(record, piece);
        for (int i = 0; i < longs; i++) {
            into[i] = from.getLong(place + i * Long.BYTES);
        }
    }

    private int piece(int record) {
        int found = Arrays.binarySearch(firsts, record);
        return found >= 0 ? found : -found - 2;
    }

    private int place(int record, int piece) {
        return (record - firsts[piece]) * width(longs);
    }
}
