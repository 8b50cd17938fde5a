package lathe.ingest.item;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The first batches of a reader: who only looks at a file need not wait for presets that join rows across all of it.
 */
public final class Beginning implements BatchReader {
    private final BatchReader whole;
    private final long most;
    private long bytes;

    /**
     * The beginning of a reader, which is closed with it.
     *
     * @param most it ends after the batch that reaches so many bytes
     */
    public Beginning(BatchReader whole, long most) {
        this.whole = whole;
        this.most = most;
    }

    @Override
    public @Nullable Batch next() throws IOException {
        Batch batch = bytes >= most ? null : whole.next();
        bytes += batch == null ? 0 : batch.bytes();
        return batch;
    }

    @Override
    public String charset() {
        return whole.charset();
    }

    @Override
    public long position() {
        return whole.position();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
