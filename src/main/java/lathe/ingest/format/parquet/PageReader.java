package lathe.ingest.format.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Reads the pages of a column chunk, one after another, as they stand in the file. */
final class PageReader {
    /** Most heads are a few dozen bytes; statistics of long texts can make one large. */
    private static final int HEAD = 1 << 9;

    private static final int LARGEST_HEAD = 16 << 20;

    private final FileChannel file;
    private final long end;
    private final Chunk chunk;
    private final Column column;
    private final Room room;
    private long at;
    private long seen;
    private @Nullable Dictionary dictionary;

    /** The pages of a chunk; {@code end} is where pages end in the file. */
    PageReader(FileChannel file, long end, Chunk chunk, Column column, Room room) {
        this.file = file;
        this.end = end;
        this.chunk = chunk;
        this.column = column;
        this.room = room;
        at = chunk.start();
    }

    /** The next data page, or null behind the last. */
    @Nullable
    Page next() throws IOException, BadParquetException {
        while (seen < chunk.values()) {
            PageHeader header = header();
            if (header.values() > chunk.values() - seen && header.kind() != PageHeader.DICTIONARY) {
                throw new BadParquetException("a page has more values than its column");
            }
            if (header.packed() > end - at) {
                throw new BadParquetException("a page of " + header.packed() + " bytes is larger than the file");
            }
            long start = at;
            at += header.packed();
            if (header.kind() == PageHeader.DICTIONARY) {
                dictionary = new Dictionary(column, packed(header, start));
                room.take(dictionary.size());
            } else if (header.kind() == PageHeader.DATA || header.kind() == PageHeader.DATA_V2) {
                seen += header.values();
                return new Page(column, packed(header, start), dictionary);
            }
        }
        return null;
    }

    private Packed packed(PageHeader header, long start) throws IOException, BadParquetException {
        return new Packed(header, chunk.codec(), Footer.bytes(file, start, header.packed()));
    }

    private PageHeader header() throws IOException, BadParquetException {
        for (int most = HEAD; ; most *= Byte.SIZE) {
            int size = (int) Math.min(most, end - at);
            if (size <= 0) {
                throw new BadParquetException("the pages end early");
            }
            Cursor in = new Cursor(Footer.bytes(file, at, size), 0, size);
            try {
                PageHeader header = PageHeader.read(new Compact(in));
                at += in.at();
                return header;
            } catch (BadParquetException e) {
                // only a head that was cut off is worth another look
                if (!in.wasShort() || size < most || most >= LARGEST_HEAD) {
                    throw e;
                }
            }
        }
    }
}
