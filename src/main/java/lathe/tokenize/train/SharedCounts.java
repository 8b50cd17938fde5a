package lathe.tokenize.train;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts of pieces that several threads fill, within a limit of memory: what goes beyond it is written to a temporary
 * folder, part by part, and added again when all is read. A piece's hash chooses its part, so that parts can be added
 * one at a time.
 */
public final class SharedCounts implements AutoCloseable {
    private static final int BITS = 5;
    private static final int PARTS = 1 << BITS;

    /** Chars after which a thread hands a part on; small enough for its table to stay in the processor's cache. */
    private static final int LOCAL = 1 << 16;

    private final Object[] doors = new Object[PARTS];
    private final PieceCounts[] parts = new PieceCounts[PARTS];
    private final long[] bytes = new long[PARTS];
    private final AtomicLong total = new AtomicLong();
    private final long limit;
    private @Nullable CountsOnDisk disk;

    /**
     * No counts yet.
     *
     * @param limit bytes of memory beyond which counts are written to disk
     */
    public SharedCounts(long limit) {
        this.limit = limit;
        for (int part = 0; part < PARTS; part++) {
            doors[part] = new Object();
            parts[part] = new PieceCounts();
        }
    }

    /** A quarter of Java's memory. */
    public static long usualLimit() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    /** One thread's counts, handed on when they grow. */
    final class Local implements TextCutter.Pieces {
        private final PieceCounts[] own = new PieceCounts[PARTS];

        Local() {
            for (int part = 0; part < PARTS; part++) {
                own[part] = new PieceCounts();
            }
        }

        @Override
        public void piece(String text, int from, int to) {
            int hash = PieceCounts.hash(text, from, to);
            own[hash >>> (Integer.SIZE - BITS)].add(text, from, to, hash);
        }

        @Override
        public void piece(char[] text, int from, int to) {
            int hash = PieceCounts.hash(text, from, to - from);
            own[hash >>> (Integer.SIZE - BITS)].add(text, from, to - from, 1, hash);
        }

        /** Hands on the parts that have grown, or all. */
        void handOn(boolean all) throws IOException {
            for (int part = 0; part < PARTS; part++) {
                if (own[part].used() > LOCAL || (all && own[part].size() > 0)) {
                    absorb(part, own[part]);
                    own[part].clear();
                }
            }
            if (total.get() > limit) {
                spill();
            }
        }
    }

    /** Number of different pieces in memory and on disk; those in both count twice. */
    public long roughSize() {
        long sum = disk == null ? 0 : disk.size();
        for (PieceCounts part : parts) {
            sum += part.size();
        }
        return sum;
    }

    /** All pieces with their counts, in no order that means anything. No thread may add meanwhile. */
    public void forEach(PieceCounts.Each each) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            if (disk == null) {
                parts[part].forEach(each);
            } else {
                PieceCounts whole = disk.read(part);
                whole.addAll(parts[part]);
                whole.forEach(each);
            }
        }
    }

    /** Whether some counts are on disk. */
    boolean isSpilled() {
        return disk != null;
    }

    private void absorb(int part, PieceCounts more) {
        synchronized (doors[part]) {
            parts[part].addAll(more);
            account(part);
        }
    }

    private void account(int part) {
        long now = parts[part].bytes();
        total.addAndGet(now - bytes[part]);
        bytes[part] = now;
    }

    private synchronized void spill() throws IOException {
        if (total.get() <= limit) {
            return;
        }
        if (disk == null) {
            disk = new CountsOnDisk(PARTS);
        }
        for (int part = 0; part < PARTS; part++) {
            synchronized (doors[part]) {
                disk.append(part, parts[part]);
                parts[part] = new PieceCounts();
                bytes[part] = 0;
            }
        }
        total.set(0);
    }

    @Override
    public void close() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }
}
