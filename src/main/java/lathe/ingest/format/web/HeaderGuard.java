package lathe.ingest.format.web;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream whose record headers do not end: they are gathered in memory. */
final class HeaderGuard extends FilterInputStream {
    private static final long MOST_HEADER_BYTES = 1 << 20;

    private long left = Long.MAX_VALUE;

    HeaderGuard(InputStream in) {
        super(in);
    }

    /** A header follows. */
    void header() {
        left = MOST_HEADER_BYTES;
    }

    /** A body follows, of any length. */
    void body() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left <= 0) {
            throw new EOFException("a header of more than " + MOST_HEADER_BYTES + " bytes");
        }
        int read = super.read(bytes, from, length);
        left -= Math.max(0, read);
        return read;
    }
}
