package lathe.ingest.container;

import java.io.Closeable;
import java.io.IOException;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/** An archive that is being read, within which others may be. */
final class Level implements Closeable {
    private final Entries entries;
    private final String name;
    private final int layer;
    private final Closeable below;
    private @Nullable GuardedStream current;
    private boolean dead;

    /**
     * Begins with an archive.
     *
     * @param name what its entries' names begin with, before {@code !/}
     * @param layer how many times over its entries are packed
     * @param below what is closed after the archive
     */
    Level(Entries entries, String name, int layer, Closeable below) {
        this.entries = entries;
        this.name = name;
        this.layer = layer;
        this.below = below;
    }

    int layer() {
        return layer;
    }

    /** The next file of the archive, or null at its end. */
    Entries.@Nullable Entry next(DiskFile disk, Expansion expansion) throws IOException, UnreadableException {
        if (dead || brokenOff()) {
            return null; // said already: where the stream broke, or when an entry did
        }
        try {
            closeCurrent();
            Entries.Entry entry = entries.next();
            if (entry != null) {
                expansion.addEntry();
            }
            return entry;
        } catch (IOException | RuntimeException e) {
            disk.throwFailure();
            dead = true;
            CorruptException corrupt = Corruption.of(e, name);
            throw new UnreadableException(corrupt.reason(), name, corrupt.detail());
        }
    }

    private boolean brokenOff() {
        return entries.isStream() && current != null && current.broken() != null;
    }

    private void closeCurrent() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    /** Begins to read an entry. */
    GuardedStream open(Entries.Entry entry, String full, DiskFile disk, Expansion expansion) {
        GuardedStream stream = new GuardedStream(entry.bytes(), full, layer, expansion, disk);
        current = stream;
        return stream;
    }

    /** The name of an entry for people, or the reason why it is refused. */
    String fullName(Entries.Entry entry) throws UnreadableException {
        String normal = EntryNames.normal(entry.name());
        String full = name + "!/" + normal;
        if (EntryNames.isHostile(normal)) {
            throw new UnreadableException("path-traversal", full, entry.name());
        }
        if (entry.refused() != null) {
            throw new UnreadableException(entry.refused(), full, full);
        }
        return full;
    }

    @Override
    public void close() throws IOException {
        entries.close();
        below.close();
    }
}
