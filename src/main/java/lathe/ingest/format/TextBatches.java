package lathe.ingest.format;

import java.io.IOException;
import lathe.ingest.container.TextStream;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import org.jspecify.annotations.Nullable;

/** Batches of a text, with the character set that it was found to be in. */
record TextBatches(BatchReader batches, TextStream text) implements BatchReader {

    @Override
    public @Nullable Batch next() throws IOException {
        return batches.next();
    }

    @Override
    public String charset() {
        return text.charset();
    }

    @Override
    public void close() throws IOException {
        batches.close();
    }
}
