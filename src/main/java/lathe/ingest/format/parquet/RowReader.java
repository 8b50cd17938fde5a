package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lathe.data.WrittenStrings;
import lathe.ingest.item.Item;

/** Puts the rows of a batch together. */
final class RowReader {
    private final Shape shape;
    private final Entries[] columns;
    private final Budget budget = new Budget();

    RowReader(Schema schema, List<Slice> slices) throws BadParquetException {
        shape = schema.row();
        columns = new Entries[slices.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Entries(schema.columns().get(i), slices.get(i), budget);
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
        budget.nextRow();
        return faulty
                ? new Item.Bad(number, "invalid-utf8", row.toString())
                : Item.Row.wellFormed(number, row, written(row));
    }

    private static WrittenStrings written(JsonNode row) {
        WrittenStrings written = new WrittenStrings();
        collect(row, written);
        return written;
    }

    private static void collect(JsonNode value, WrittenStrings written) {
        if (value instanceof Utf8Node text) {
            text.addTo(written);
        }
        for (JsonNode child : value) {
            collect(child, written);
        }
    }
}
