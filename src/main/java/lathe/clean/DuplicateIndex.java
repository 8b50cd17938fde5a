package lathe.clean;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Contents seen, each with the id of the record that was kept: 24 bytes a record at a load of at most a half, so 48 to
 * 96 bytes in memory; the ids themselves are on disk.
 */
final class DuplicateIndex {
    private static final long FREE = -1;

    private final IdFile ids;
    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private long[] place = new long[1 << 10];
    private int size;

    DuplicateIndex(IdFile ids) {
        this.ids = ids;
        Arrays.fill(place, FREE);
    }

    /** Id of the record kept with this content, or null. */
    @Nullable
    String find(ContentHash hash) throws IOException {
        int slot = slot(hash.high(), hash.low());
        return place[slot] == FREE ? null : ids.get(place[slot]);
    }

    /** Remembers a record that is kept; its content must be new. */
    void add(ContentHash hash, String id) throws IOException {
        if (2 * ++size > place.length) {
            grow();
        }
        put(hash.high(), hash.low(), ids.add(id));
    }

    private void put(long h, long l, long p) {
        int slot = slot(h, l);
        high[slot] = h;
        low[slot] = l;
        place[slot] = p;
    }

    private int slot(long h, long l) {
        int slot = (int) h & (place.length - 1);
        while (place[slot] != FREE && (high[slot] != h || low[slot] != l)) {
            slot = (slot + 1) & (place.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldPlace = place;
        high = new long[2 * oldHigh.length];
        low = new long[high.length];
        place = new long[high.length];
        Arrays.fill(place, FREE);
        for (int i = 0; i < oldPlace.length; i++) {
            if (oldPlace[i] != FREE) {
                put(oldHigh[i], oldLow[i], oldPlace[i]);
            }
        }
    }
}
