package lathe.ingest.format.parquet;

import java.io.IOException;
import java.util.List;
import lathe.ingest.item.Batch;

/**
 * Rows of a row group.
 *
 * @param slices of all columns
 * @param first row, from 1
 * @param bytes that they become, about
 */
record RowBatch(Schema schema, List<Slice> slices, long first, int rows, long bytes) implements Batch {

    @Override
    public void decode(Sink items) throws IOException {
        int done = 0;
        try {
            RowReader reader = new RowReader(schema, slices);
            for (; done < rows; done++) {
                items.accept(reader.next(first + done));
            }
        } catch (BadParquetException e) {
            // after a place that makes no sense, nothing tells where the next row begins
            new LostRows(first + done, rows - done, e).decode(items);
        }
    }
}
