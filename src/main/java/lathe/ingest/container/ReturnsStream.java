package lathe.ingest.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Makes line feeds of carriage returns, in text that has no others; from its first line feed on it is left alone. */
final class ReturnsStream extends FilterInputStream {
    private boolean alone = true;

    ReturnsStream(InputStream in) {
        super(in);
    }

    /** Whether lines end with carriage returns alone in a range. */
    static boolean alone(byte[] bytes, int from, int to) {
        boolean returns = false;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return false;
            }
            returns |= bytes[at] == '\r';
        }
        return returns;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        for (int at = from; alone && at < from + count; at++) {
            alone = bytes[at] != '\n';
            if (bytes[at] == '\r') {
                bytes[at] = '\n';
            }
        }
        return count;
    }
}
