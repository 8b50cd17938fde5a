package lathe.ingest.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a tar whose header never ends: the library would keep a name of any length in memory. */
final class HeaderLimit extends FilterInputStream {
    private static final long MOST_BYTES = 1 << 20;

    private static final int RECORD = 512;

    private long left = Long.MAX_VALUE;
    private long total;

    HeaderLimit(InputStream in) {
        super(in);
    }

    void begin() {
        left = MOST_BYTES;
    }

    void end() {
        left = Long.MAX_VALUE;
    }

    /** Whether what was read ends within a record: the library would take that for the archive's end. */
    boolean isTorn() {
        return total % RECORD != 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        left -= Math.max(0, count);
        total += Math.max(0, count);
        if (left < 0) {
            throw new IOException("a header of more than " + MOST_BYTES + " bytes");
        }
        return count;
    }

    /** Reads instead: a pipe below may not skip, and counting must not be got round. */
    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Math.max(0, count), 1 << 13)];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }
}
