package lathe.ingest.format.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemReader;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as objects, all values strings. The first row names the columns if it looks like a header, else
 * they are {@code column-1}, {@code column-2} and so on. A row with more or fewer fields than the first is rejected as
 * {@code ragged-row}; a field of more than 16 million characters ends the file ({@code bad-csv}), because it is the
 * rest of the file behind a quote that does not close.
 */
public final class TableReader implements ItemReader {
    private static final int LOOKED_AT = 1 << 16;
    private static final String UNDECODABLE = "\uFFFF"; // no character: no text has it

    private final Iterator<CsvRecord> rows;
    private @Nullable CsvRecord first;
    private List<String> columns = List.of();
    private boolean done;

    private TableReader(InputStream in, String separators) throws IOException {
        BufferedReader table = new BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .replaceWith(UNDECODABLE)),
                LOOKED_AT);
        rows = dialect(table, separators).open(table).iterator();
    }

    /** A table whose separator is found out: comma, semicolon, tab or bar. */
    public static TableReader commas(InputStream in) throws IOException {
        return new TableReader(in, Dialect.SEPARATORS);
    }

    /** A table whose separator is the tab. */
    public static TableReader tabs(InputStream in) throws IOException {
        return new TableReader(in, "\t");
    }

    private static Dialect dialect(BufferedReader table, String separators) throws IOException {
        char[] beginning = new char[LOOKED_AT];
        table.mark(LOOKED_AT + 1);
        int length = 0;
        int read = table.read(beginning);
        while (read > 0) {
            length += read;
            read = table.read(beginning, length, beginning.length - length);
        }
        table.reset();
        return Dialect.of(new String(beginning, 0, length), length < beginning.length, separators);
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (done) {
            return null;
        }
        try {
            return nextRow();
        } catch (CsvParseException e) {
            done = true;
            return new Item.Bad(0, "bad-csv", String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private @Nullable Item nextRow() {
        if (columns.isEmpty() && rows.hasNext()) {
            CsvRecord row = rows.next();
            boolean header = Columns.areNamedBy(row.getFields());
            columns = header ? Columns.named(row.getFields()) : Columns.unnamed(row.getFieldCount());
            first = header ? null : row;
        }
        CsvRecord row = first;
        first = null;
        if (row == null && rows.hasNext()) {
            row = rows.next();
        }
        return row == null ? null : item(row);
    }

    private Item item(CsvRecord row) {
        long line = row.getStartingLineNumber();
        List<String> fields = row.getFields();
        if (fields.size() != columns.size()) {
            return new Item.Bad(
                    line,
                    "ragged-row",
                    fields.size() + " fields instead of " + columns.size() + ": " + String.join(" | ", fields));
        }
        ObjectNode object = Json.mapper().createObjectNode();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).contains(UNDECODABLE)) {
                return new Item.Bad(line, "invalid-utf8", fields.get(i));
            }
            object.put(columns.get(i), fields.get(i));
        }
        return new Item.Row(line, object);
    }
}
