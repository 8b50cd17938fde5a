package lathe.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import lathe.ingest.container.Input;
import lathe.ingest.container.Inputs;
import lathe.ingest.container.UnreadableException;
import lathe.ingest.item.Batch;
import org.jspecify.annotations.Nullable;

/** Cuts the files of all sources into pieces, one after another. Only what is being read is open. */
final class Pieces implements Closeable {
    private final List<SourceFile> files;
    private final long most;
    private int disk;
    private int origins;
    private long number;
    private long before;
    private @Nullable Inputs inputs;
    private @Nullable OpenInput open;

    /**
     * The pieces of these files.
     *
     * @param disk index of the first file that is read
     * @param origins number that its first origin gets
     */
    Pieces(List<SourceFile> files, int disk, int origins) throws IOException {
        this(files, disk, origins, Long.MAX_VALUE);
    }

    /**
     * The pieces of the beginnings of files.
     *
     * @param most about how many bytes of each input are wanted
     */
    static Pieces ofBeginnings(List<SourceFile> files, long most) throws IOException {
        return new Pieces(files, 0, 0, most);
    }

    private Pieces(List<SourceFile> files, int disk, int origins, long most) throws IOException {
        this.files = files;
        this.most = most;
        this.disk = disk;
        this.origins = origins;
        for (SourceFile file : files.subList(0, disk)) {
            before += Files.size(file.path());
        }
    }

    /** The next piece, or null at the end. */
    @Nullable
    Piece next() throws IOException {
        while (disk < files.size()) {
            Piece piece = nextOfFile(files.get(disk));
            if (piece != null) {
                return piece;
            }
            endFile();
        }
        return null;
    }

    private @Nullable Piece nextOfFile(SourceFile file) throws IOException {
        try {
            Inputs from = inputs == null ? Inputs.of(file.path()) : inputs;
            inputs = from;
            Batch batch = open == null ? null : open.next();
            return batch != null && open != null ? piece(open.origin(), batch) : begin(file, from);
        } catch (UnreadableException e) {
            return begun(OpenInput.refused(file, e.name(), origins, e.reason(), e.detail()));
        }
    }

    private @Nullable Piece begin(SourceFile file, Inputs from) throws IOException, UnreadableException {
        endInput();
        Input input = from.next();
        return input == null ? null : begun(OpenInput.of(file, input, origins, most));
    }

    /** A piece without items: a file that holds none is one of the files all the same. */
    private Piece begun(OpenInput begun) throws IOException {
        endInput();
        open = begun;
        origins++;
        return piece(begun.origin(), null);
    }

    private Piece piece(Origin origin, @Nullable Batch batch) {
        return new Piece(origin, batch, disk, number++, before + position());
    }

    /** Bytes read of the file on the disk. */
    private long position() {
        long known = open == null ? -1 : open.position();
        return known >= 0 ? known : inputs == null ? 0 : inputs.position();
    }

    private void endInput() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void endFile() throws IOException {
        close();
        inputs = null;
        before += Files.size(files.get(disk).path());
        disk++;
        number = 0;
    }

    @Override
    public void close() throws IOException {
        endInput();
        if (inputs != null) {
            inputs.close();
        }
    }
}
