package lathe.ingest.format.parquet;

import java.io.IOException;
import lathe.ingest.item.Batch;
import lathe.ingest.item.Item;

/**
 * Rows that cannot be read, each of which is an item all the same.
 *
 * @param first row, from 1
 */
record LostRows(long first, int count, BadParquetException why) implements Batch {

    @Override
    public long bytes() {
        return count;
    }

    @Override
    public void decode(Sink items) throws IOException {
        for (int i = 0; i < count; i++) {
            items.accept(new Item.Bad(first + i, why.reason(), why.what()));
        }
    }
}
