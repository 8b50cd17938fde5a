package lathe.clean.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Goes through a run, entry by entry. */
final class RunReader implements Comparable<RunReader> {
    private final RunsFile file;
    private final ByteBuffer buffer;
    private long at;
    private int left;
    private long key;
    private int record;

    /** Stands before the first entry. */
    RunReader(RunsFile file, RunsFile.Run run, int entriesInMemory) {
        this.file = file;
        int entries = Math.min(entriesInMemory, run.entries());
        buffer = ByteBuffer.allocate(entries * RunsFile.ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        buffer.limit(0);
        at = run.at();
        left = run.entries();
    }

    /** Goes to the next entry; false at the end. */
    boolean next() throws IOException {
        if (left == 0) {
            return false;
        }
        if (!buffer.hasRemaining()) {
            buffer.clear();
            buffer.limit((int) Math.min(buffer.capacity(), (long) left * RunsFile.ENTRY));
            file.read(at, buffer);
            at += buffer.limit();
        }
        key = buffer.getLong();
        record = buffer.getInt();
        left--;
        return true;
    }

    long key() {
        return key;
    }

    int record() {
        return record;
    }

    @Override
    public int compareTo(RunReader other) {
        int order = Long.compareUnsigned(key, other.key);
        return order != 0 ? order : Integer.compare(record, other.record);
    }
}
