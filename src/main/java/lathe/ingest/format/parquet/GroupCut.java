package lathe.ingest.format.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import lathe.ingest.item.Batch;
import org.jspecify.annotations.Nullable;

/** Cuts a row group into batches of rows of which all columns are there. */
final class GroupCut {
    /** A null costs its name all the same. */
    private static final int NAME_BYTES = 16;

    private static final double BYTES = 1 << 18;
    private static final long MOST_ROWS = 20_000;

    /** So that a dictionary's one long text does not make batches of single rows. */
    private static final long LEAST_ROWS = 64;

    private final Schema schema;
    private final List<ColumnCut> columns = new ArrayList<>();
    private final long rows;
    private final long before;
    private long at;

    /** A row group; {@code before} is how many rows the file has before it. */
    GroupCut(FileChannel file, Footer footer, Footer.RowGroup group, long before) {
        schema = footer.schema();
        rows = group.rows();
        this.before = before;
        Room room = new Room();
        for (int i = 0; i < group.chunks().size(); i++) {
            Column column = schema.columns().get(i);
            PageReader pages = new PageReader(file, footer.end(), group.chunks().get(i), column, room);
            columns.add(new ColumnCut(column, pages, room));
        }
    }

    /** How many rows come next. */
    long left() {
        return rows - at;
    }

    /** The next rows, or null at the end of the group. */
    @Nullable
    Batch next() throws IOException {
        if (at == rows) {
            return null;
        }
        try {
            return cut();
        } catch (BadParquetException e) {
            return lost(e);
        }
    }

    private Batch cut() throws IOException, BadParquetException {
        double rowBytes = 1;
        columns.forEach(column -> column.drop(at));
        for (ColumnCut column : columns) {
            if (column.load(at + 1) == at) {
                throw column.failure();
            }
            rowBytes += NAME_BYTES + column.rowBytes(at);
        }
        long wanted = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, (long) (BYTES / rowBytes)));
        long to = Math.min(rows, at + wanted);
        for (ColumnCut column : columns) {
            to = column.loadNear(to);
        }
        List<Slice> slices = new ArrayList<>();
        for (ColumnCut column : columns) {
            slices.add(column.take(at, to));
        }
        Batch batch = new RowBatch(schema, slices, before + at + 1, (int) (to - at), (long) ((to - at) * rowBytes));
        at = to;
        return batch;
    }

    private Batch lost(BadParquetException why) {
        int count = (int) Math.min(MOST_ROWS, rows - at);
        Batch batch = new LostRows(before + at + 1, count, why);
        at += count;
        return batch;
    }
}
