package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lathe.ingest.item.Item;

/** Puts the rows of a batch together. */
final class RowReader {
    /** A batch's guessed size may be far too small; what it really becomes must not fill the memory. */
    private static final long MOST_BYTES = 128 << 20;

    private static final long NODE_BYTES = 32;

    private final Shape shape;
    private final Entries[] columns;
    private long bytes;

    RowReader(Schema schema, List<Slice> slices) throws BadParquetException {
        shape = schema.row();
        columns = new Entries[slices.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Entries(schema.columns().get(i), slices.get(i));
        }
    }

    /** The next row, under its number. */
    Item next(long number) throws BadParquetException {
        JsonNode row = shape.read(columns);
        boolean faulty = false;
        for (Entries column : columns) {
            faulty |= column.wasFaulty();
            column.checkRowEnds();
        }
        bytes += size(row);
        if (bytes > MOST_BYTES) {
            throw new BadParquetException("too-long", "rows of more than " + MOST_BYTES + " bytes stand together");
        }
        return faulty ? new Item.Bad(number, "invalid-utf8", row.toString()) : new Item.Row(number, row);
    }

    private static long size(JsonNode value) {
        if (value.isTextual()) {
            return NODE_BYTES + value.textValue().length();
        }
        long bytes = NODE_BYTES;
        for (JsonNode child : value) {
            bytes += size(child);
        }
        return bytes;
    }
}
