package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayDeque;
import java.util.Deque;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file on the disk through all that it is packed in. Entries stream; only a zip within an archive is put down.
 */
final class PackedInputs implements Inputs {
    private final DiskFile disk;
    private final Expansion expansion;
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable StreamInput given;
    private boolean begun;

    PackedInputs(DiskFile disk) {
        this.disk = disk;
        expansion = new Expansion(disk);
    }

    @Override
    public @Nullable Input next() throws IOException, UnreadableException {
        endGiven();
        Input input = begun ? null : begin();
        while (input == null && !levels.isEmpty() && !expansion.isExceeded()) {
            Level level = levels.getLast();
            Entries.Entry entry = level.next(disk, expansion);
            if (entry == null) {
                levels.removeLast().close();
            } else if (!EntryNames.isHidden(EntryNames.normal(entry.name()))) {
                String name = level.fullName(entry);
                input = unpack(name, level.open(entry, name, disk, expansion), level.layer());
            }
        }
        return input;
    }

    private @Nullable Input begin() throws IOException, UnreadableException {
        begun = true;
        return unpack(disk.path().toString(), Channels.newInputStream(disk.open()), 0);
    }

    /** Takes off what bytes are packed in, until they are a file, which is given, or an archive, which is entered. */
    private @Nullable Input unpack(String full, InputStream packed, int layers)
            throws IOException, UnreadableException {
        String name = full;
        InputStream in = packed;
        int layer = layers;
        while (true) {
            HeadStream headed = HeadStream.of(in);
            refuseBroken(full, headed);
            Packing packing = Packing.of(headed.head(), name);
            if (!packing.isCompression()) {
                return packing == Packing.NONE ? give(name, headed, layer) : enter(packing, full, headed, layer + 1);
            }
            layer = checked(layer + 1, full, headed);
            in = new GuardedStream(() -> Decompressors.open(packing, headed), full, layer, expansion, disk);
            name = Packing.inner(name);
        }
    }

    private static void refuseBroken(String name, HeadStream headed) throws IOException, UnreadableException {
        CorruptException broken = headed.broken();
        if (broken != null && headed.head().length == 0) {
            headed.close();
            throw new UnreadableException(broken.reason(), name, broken.detail());
        }
    }

    private int checked(int layer, String name, HeadStream headed) throws IOException, UnreadableException {
        try {
            expansion.check(layer);
            return layer;
        } catch (CorruptException e) {
            headed.close();
            throw new UnreadableException(e.reason(), name, e.detail());
        }
    }

    private Input give(String name, HeadStream headed, int layer) {
        StreamInput input = new StreamInput(name, headed, layer == 0 ? disk.path() : null);
        given = input;
        return input;
    }

    private @Nullable Input enter(Packing packing, String name, HeadStream headed, int layer)
            throws IOException, UnreadableException {
        checked(layer, name, headed);
        if (packing == Packing.TAR) {
            levels.add(new Level(new TarEntries(headed), name, layer, headed));
        } else if (layer == 1) {
            headed.close();
            Entries entries = ZipOpening.of(disk::open);
            disk.throwFailure();
            levels.add(new Level(entries, name, layer, () -> {}));
        } else {
            TemporaryFile file = putDown(name, headed);
            levels.add(new Level(ZipOpening.of(file::open), name, layer, file::close));
        }
        return null;
    }

    private static TemporaryFile putDown(String name, InputStream in) throws IOException, UnreadableException {
        try (in) {
            return TemporaryFile.of(in);
        } catch (CorruptException e) {
            throw new UnreadableException(e.reason(), name, e.detail());
        }
    }

    private void endGiven() throws IOException {
        if (given != null) {
            given.close();
            given = null;
        }
    }

    @Override
    public long position() {
        return disk.position();
    }

    @Override
    public void close() throws IOException {
        endGiven();
        while (!levels.isEmpty()) {
            levels.removeLast().close();
        }
    }
}
