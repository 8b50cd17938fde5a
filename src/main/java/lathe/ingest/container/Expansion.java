package lathe.ingest.container;

import java.util.Locale;
import lathe.ingest.item.CorruptException;

/**
 * How far one file on the disk may expand, over all its archives and entries. Text shrinks by 3 to 30 times; what grows
 * by more than 200 was made to fill memory or disks.
 */
final class Expansion {
    static final int MOST_LAYERS = 8;
    private static final int MOST_RATIO = 200;
    private static final long FREE_BYTES = 64L << 20;
    private static final long MOST_ENTRIES = 1_000_000;

    private final DiskFile file;
    private final long[] bytes = new long[MOST_LAYERS + 1];
    private long entries;
    private boolean exceeded;

    Expansion(DiskFile file) {
        this.file = file;
    }

    /** Takes note of bytes that came out of a layer: the same bytes come out of each layer that they are packed in. */
    void add(int layer, long count) throws CorruptException {
        bytes[layer] += count;
        if (bytes[layer] > FREE_BYTES && bytes[layer] > MOST_RATIO * file.position()) {
            throw exceeded(String.format(
                    Locale.ROOT, "expands more than %d times: %,d bytes so far", MOST_RATIO, bytes[layer]));
        }
    }

    /** Takes note of an entry of an archive. */
    void addEntry() throws CorruptException {
        if (++entries > MOST_ENTRIES) {
            throw exceeded(String.format(Locale.ROOT, "holds more than %,d entries", MOST_ENTRIES));
        }
    }

    /** Refuses what is packed too many times over. */
    void check(int layer) throws CorruptException {
        if (layer > MOST_LAYERS) {
            throw new CorruptException("archive-bomb", "packed more than " + MOST_LAYERS + " times over");
        }
    }

    /** Whether nothing more of the file may be read. */
    boolean isExceeded() {
        return exceeded;
    }

    private CorruptException exceeded(String detail) {
        exceeded = true;
        return new CorruptException("archive-bomb", detail);
    }
}
