package lathe.ingest.preset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the rows of a tree are held: three numbers a row. */
final class HeldTree {
    private static final int NUMBERS = 3;

    private long[] numbers = new long[NUMBERS];
    private int rows;
    private long bytes;

    int rows() {
        return rows;
    }

    /** Bytes of its rows. */
    long bytes() {
        return bytes;
    }

    /** Adds a row that stands on this line and is held at this place. */
    void add(long line, int nth, long place, int length) {
        int at = rows * NUMBERS;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(NUMBERS, at * 2));
        }
        numbers[at] = line;
        numbers[at + 1] = nth;
        numbers[at + 2] = place;
        rows++;
        bytes += length;
    }

    /** The rows themselves. */
    OasstTree read(HeldRows held) throws IOException {
        List<OasstTree.Row> read = new ArrayList<>(rows);
        for (int at = 0; at < rows * NUMBERS; at += NUMBERS) {
            read.add(new OasstTree.Row(numbers[at], (int) numbers[at + 1], held.read(numbers[at + 2])));
        }
        return new OasstTree(read);
    }
}
