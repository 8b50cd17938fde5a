package lathe.ingest.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemBatches;
import org.jspecify.annotations.Nullable;

/** A file that is one document: its bytes are one batch, and the text is taken out by whoever decodes it. */
public final class DocumentBatches implements BatchReader {
    /** Length of the longest file that is read. */
    public static final int MOST_BYTES = 64 << 20;

    private final InputStream in;
    private final Kind kind;
    private boolean done;

    /**
     * How files of a kind are read.
     *
     * @param broken the reason of one that cannot be read
     * @param expansion memory that reading one takes, as a multiple of its length: documents that are read at the same
     *     time share the heap by it
     */
    public record Kind(String broken, int expansion, Extractor extractor) {}

    /** A batch of the stream's document; closing the reader closes the stream. */
    public DocumentBatches(InputStream in, Kind kind) {
        this.in = in;
        this.kind = kind;
    }

    @Override
    public @Nullable Batch next() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            return ItemBatches.of(
                    List.of(new Item.Bad(1, "too-long", "the file is longer than " + MOST_BYTES + " bytes")), 0);
        }
        return new Whole(file, kind);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Whole implements Batch {
        private final byte[] file;
        private final Kind kind;

        Whole(byte[] file, Kind kind) {
            this.file = file;
            this.kind = kind;
        }

        @Override
        public long bytes() {
            return (long) file.length * kind.expansion();
        }

        @Override
        public void decode(Sink items) throws IOException {
            items.accept(Extraction.item(1, file, kind.broken(), kind.extractor()));
        }
    }
}
