package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The values that a column chunk's pages refer to by number; made once, by the first thread that needs them. */
final class Dictionary {
    /** Writers give up on dictionaries of a megabyte or a few. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int MOST_ENTRIES = 2_000_000;
    private static final int ENTRY_BYTES = 64;

    private final Column column;
    private final Packed page;
    private JsonNode @Nullable [] values;
    private int longest;

    /** A dictionary; as it is not let go before its chunk is done, it must not be huge. */
    Dictionary(Column column, Packed page) throws BadParquetException {
        this.column = column;
        this.page = page;
        PageHeader header = page.header();
        if (header.unpacked() > MOST_BYTES || header.values() > MOST_ENTRIES) {
            throw new BadParquetException(
                    "too-long", "a dictionary of " + header.values() + " values, " + header.unpacked() + " bytes");
        }
    }

    /** About how much memory it takes. */
    long size() {
        return page.header().unpacked() + (long) ENTRY_BYTES * page.header().values();
    }

    synchronized JsonNode[] values() throws BadParquetException {
        if (values == null) {
            values = read();
        }
        return values;
    }

    private JsonNode[] read() throws BadParquetException {
        byte[] bytes = page.bytes();
        int count = page.header().values();
        Values plain = PlainValues.of(column, new Cursor(bytes, 0, bytes.length), new Marks());
        JsonNode[] all = new JsonNode[count];
        for (int i = 0; i < count; i++) {
            all[i] = plain.next();
        }
        return all;
    }

    /** Length of its longest text, for guessing how large rows become. */
    synchronized int longest() throws BadParquetException {
        if (longest == 0) {
            longest = Long.BYTES;
            for (JsonNode value : values()) {
                longest =
                        Math.max(longest, value.isTextual() ? value.textValue().length() : 0);
            }
        }
        return longest;
    }
}
