package lathe.ingest.format.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the end of a file.
 *
 * @param end of the pages, where the footer begins
 */
record Footer(Schema schema, List<RowGroup> groups, long end) {
    static final int MAGIC_BYTES = 4;

    private static final int TAIL = Integer.BYTES + MAGIC_BYTES;
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int MOST_CHUNKS = 1_000_000;
    private static final long FREE_ROWS = 10_000_000;
    private static final long ROWS_PER_BYTE = 100;
    private static final int ENTRIES_PER_ROW = 10;

    /** Rows that stand together; their columns in the order of the schema. */
    record RowGroup(List<Chunk> chunks, long rows) {}

    /** Reads and checks it. */
    static Footer read(FileChannel file) throws IOException, BadParquetException {
        long size = file.size();
        if (size < MAGIC_BYTES + TAIL) {
            throw new BadParquetException("too short");
        }
        byte[] tail = bytes(file, size - TAIL, TAIL);
        String magic = new String(tail, Integer.BYTES, MAGIC_BYTES, StandardCharsets.ISO_8859_1);
        if (magic.equals("PARE")) {
            throw new BadParquetException("encrypted", "the whole file is encrypted");
        }
        if (!magic.equals("PAR1")) {
            throw new BadParquetException("it does not end as Parquet does; perhaps a part is missing");
        }
        int length = new Cursor(tail, 0, tail.length).le32();
        long start = size - TAIL - length;
        if (length < 0 || length > MOST_BYTES || start < MAGIC_BYTES) {
            throw new BadParquetException("a footer of " + length + " bytes");
        }
        byte[] bytes = bytes(file, start, length);
        return read(new Compact(new Cursor(bytes, 0, length)), start);
    }

    static byte[] bytes(FileChannel file, long from, int count) throws IOException, BadParquetException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new BadParquetException("the file ends early");
            }
        }
        return buffer.array();
    }

    private static Footer read(Compact in, long end) throws BadParquetException {
        Schema schema = null;
        List<RowGroup> groups = new ArrayList<>();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            switch (id) {
                case 2 -> schema = schema(in);
                case 4 -> groups(in, schema, groups);
                case 8 -> throw new BadParquetException("encrypted", "columns are encrypted");
                default -> in.skip();
            }
        }
        if (schema == null) {
            throw new BadParquetException("no schema");
        }
        Footer footer = new Footer(schema, groups, end);
        footer.check();
        return footer;
    }

    private static Schema schema(Compact in) throws BadParquetException {
        int count = in.structs();
        if (count > MOST_ELEMENTS) {
            throw new BadParquetException("a schema of " + count + " fields");
        }
        List<Element> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(ElementReader.read(in));
        }
        return Schema.of(elements);
    }

    private static void groups(Compact in, @Nullable Schema schema, List<RowGroup> groups) throws BadParquetException {
        if (schema == null) {
            throw new BadParquetException("rows before the schema");
        }
        int count = in.structs();
        for (int i = 0; i < count; i++) {
            if (groups.size() > MOST_CHUNKS / schema.columns().size()) {
                throw new BadParquetException(count + " row groups");
            }
            groups.add(group(in, schema.columns().size()));
        }
    }

    private static RowGroup group(Compact in, int columns) throws BadParquetException {
        List<Chunk> chunks = List.of();
        long rows = -1;
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            switch (id) {
                case 1 -> chunks = chunks(in, columns);
                case 3 -> rows = in.i64();
                default -> in.skip();
            }
        }
        if (chunks.isEmpty() || rows < 0) {
            throw new BadParquetException("a row group without columns");
        }
        return new RowGroup(chunks, rows);
    }

    private static List<Chunk> chunks(Compact in, int columns) throws BadParquetException {
        int count = in.structs();
        if (count != columns) {
            throw new BadParquetException("a row group of " + count + " columns, not " + columns);
        }
        List<Chunk> chunks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chunks.add(Chunk.read(in));
        }
        return chunks;
    }

    /** Rows and entries that say nothing are cheap to claim, but each row costs a line of the ledger. */
    private void check() throws BadParquetException {
        long most = FREE_ROWS + end * ROWS_PER_BYTE;
        long rows = 0;
        for (RowGroup group : groups) {
            if (group.rows > most - rows) {
                throw new BadParquetException("more rows than " + end + " bytes can hold");
            }
            rows += group.rows;
            for (Chunk chunk : group.chunks) {
                if (chunk.values() / ENTRIES_PER_ROW > most) {
                    throw new BadParquetException("more values than " + end + " bytes can hold");
                }
            }
        }
    }
}
