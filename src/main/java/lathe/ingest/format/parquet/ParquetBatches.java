package lathe.ingest.format.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a Parquet file into batches of some megabytes. A row is an object with the schema's fields in their order, and
 * its place is its number from 1. Only the pages of rows that are being read are in memory, however large row groups
 * are. A file that makes no sense is an item with the reason {@code bad-parquet}, {@code encrypted} or
 * {@code unsupported-codec}; where only some pages make none, their rows are.
 */
public final class ParquetBatches implements BatchReader {
    private final FileChannel file;
    private @Nullable Footer footer;
    private @Nullable Batch refusal;
    private @Nullable GroupCut group;
    private int groups;
    private long before;

    private ParquetBatches(FileChannel file) throws IOException {
        this.file = file;
        try {
            footer = Footer.read(file);
        } catch (BadParquetException e) {
            refusal = new LostRows(1, 1, e);
        }
    }

    /** Opens a file on the disk. */
    public static BatchReader open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new ParquetBatches(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public @Nullable Batch next() throws IOException {
        Batch given = refusal;
        refusal = null;
        while (given == null && hasGroup()) {
            given = group == null ? null : group.next();
            group = given == null ? null : group;
        }
        return given;
    }

    private boolean hasGroup() {
        if (group == null && footer != null && groups < footer.groups().size()) {
            Footer.RowGroup begun = footer.groups().get(groups++);
            group = new GroupCut(file, footer, begun, before);
            before += begun.rows();
        }
        return group != null;
    }

    /** Pages of all columns are read where they stand; the share of the rows tells how far that is. */
    @Override
    public long position() {
        if (footer == null) {
            return 0;
        }
        long done = before - (group == null ? 0 : group.left());
        long all = footer.groups().stream().mapToLong(Footer.RowGroup::rows).sum();
        return all <= 0 ? 0 : (long) ((double) footer.end() / all * done);
    }

    @Override
    public String charset() {
        return "UTF-8";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
