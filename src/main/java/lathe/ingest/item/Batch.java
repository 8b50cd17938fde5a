package lathe.ingest.item;

import java.io.IOException;

/**
 * A piece of a file: cheap to cut out, one after another, and decoded into its items by whatever thread is free.
 * Cutting a file gives the same batches every time, so that an interrupted import can count its way back to where it
 * was.
 */
public interface Batch {

    /** Takes the items of a batch. */
    @FunctionalInterface
    interface Sink {
        void accept(Item item) throws IOException;
    }

    /** About how many bytes of memory it holds. */
    long bytes();

    /** Decodes the batch, in order; gives the same items each time. */
    void decode(Sink items) throws IOException;
}
