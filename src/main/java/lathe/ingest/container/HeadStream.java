package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes are known; they are read again. */
final class HeadStream extends PushbackInputStream {
    private static final int MOST_BYTES = 1 << 13;

    private final byte[] head;
    private final @Nullable CorruptException broken;

    private HeadStream(InputStream in, byte[] head, @Nullable CorruptException broken) throws IOException {
        super(in, Math.max(1, head.length));
        this.head = head;
        this.broken = broken;
        unread(head);
    }

    /** Looks at the beginning. A stream that is broken there gives what stands before, and breaks again when read. */
    static HeadStream of(InputStream in) throws IOException {
        byte[] bytes = new byte[MOST_BYTES];
        int filled = 0;
        CorruptException broken = null;
        try {
            for (int count = 0; count >= 0 && filled < MOST_BYTES; filled += Math.max(0, count)) {
                count = in.read(bytes, filled, MOST_BYTES - filled);
            }
        } catch (CorruptException e) {
            broken = e;
        }
        return new HeadStream(in, Arrays.copyOf(bytes, filled), broken);
    }

    byte[] head() {
        return head;
    }

    /** What is wrong with the stream, if that came to light at its beginning. */
    @Nullable
    CorruptException broken() {
        return broken;
    }
}
