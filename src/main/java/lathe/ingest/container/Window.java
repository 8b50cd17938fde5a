package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/** A stream of which a part lies ready to be looked at. Where it breaks, it gives what stands before first. */
final class Window extends InputStream {
    private static final int SIZE = 256 << 10;
    private static final int FIRST = 1 << 13;

    private final InputStream in;
    private byte[] bytes = new byte[FIRST];
    private int from;
    private int to;
    private boolean ended;
    private @Nullable CorruptException broken;

    Window(InputStream in) {
        this.in = in;
    }

    /** What lies ready, from {@link #from} to {@link #to}. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Passes over bytes that lie ready. */
    void skipReady(int count) {
        from += count;
    }

    /** Reads ahead until the window is full or the stream ends. */
    void fill() throws IOException {
        bytes = Arrays.copyOfRange(bytes, from, Math.max(bytes.length, to));
        to -= from;
        from = 0;
        try {
            while (!ended && to < SIZE) {
                if (to == bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(SIZE, 2 * to));
                }
                int count = in.read(bytes, to, bytes.length - to);
                ended = count < 0;
                to += Math.max(0, count);
            }
        } catch (CorruptException e) {
            broken = e;
            ended = true;
        }
    }

    /** Lays ready what was read too far; the window must be empty. */
    void unread(byte[] read, int start, int end) {
        bytes = Arrays.copyOfRange(read, start, end);
        from = 0;
        to = bytes.length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (from < to) {
            int count = Math.min(length, to - from);
            System.arraycopy(bytes, from, into, start, count);
            from += count;
            return count;
        }
        if (broken != null) {
            throw broken;
        }
        bytes = new byte[0]; // from here on nothing lies ready, and nothing is copied
        from = 0;
        to = 0;
        return in.read(into, start, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
