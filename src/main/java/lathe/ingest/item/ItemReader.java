package lathe.ingest.item;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a file item by item, in memory that does not grow with the file. */
public interface ItemReader {

    /** The next item, or null at the end. What cannot be read is an item too. */
    @Nullable
    Item next() throws IOException;
}
