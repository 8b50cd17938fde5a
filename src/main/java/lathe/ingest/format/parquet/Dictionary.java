package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The values that a column chunk's pages refer to by number; made once, by the first thread that needs them. */
final class Dictionary {
    private final Column column;
    private final Packed page;
    private JsonNode @Nullable [] values;

    Dictionary(Column column, Packed page) {
        this.column = column;
        this.page = page;
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
        if (count > bytes.length) {
            throw new BadParquetException("a dictionary of " + count + " entries in " + bytes.length + " bytes");
        }
        Values plain = PlainValues.of(column, new Cursor(bytes, 0, bytes.length), new Marks());
        JsonNode[] all = new JsonNode[count];
        for (int i = 0; i < count; i++) {
            all[i] = plain.next();
        }
        return all;
    }

    /** Length of its longest text, for guessing how large rows become. */
    int longest() throws BadParquetException {
        int longest = Long.BYTES;
        for (JsonNode value : values()) {
            longest = Math.max(longest, value.isTextual() ? value.textValue().length() : 0);
        }
        return longest;
    }
}
