package lathe.ingest.format.parquet;

import java.nio.charset.StandardCharsets;

/**
 * Thrift's compact protocol, as far as Parquet's headers need it. A struct is read by a loop over {@link #next}; the
 * value of a field that nobody wants is skipped without being kept, so that statistics cost no memory.
 */
final class Compact {
    /** What {@link #next} gives after the last field. */
    static final int STOP = 0;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int MOST_NESTING = 32;

    private final Cursor in;
    private int type;

    Compact(Cursor in) {
        this.in = in;
    }

    /** The id of the next field, or {@link #STOP}; {@code last} is the one before it, 0 at first. */
    int next(int last) throws BadParquetException {
        int head = in.u8();
        type = head & 0xf;
        if (type == 0) {
            return STOP;
        }
        int delta = head >>> 4;
        int id = delta == 0 ? (short) in.zigzag() : last + delta;
        if (id <= 0) {
            throw new BadParquetException("a field of a header has the number " + id);
        }
        return id;
    }

    boolean bool() throws BadParquetException {
        expect(type == TRUE || type == FALSE);
        return type == TRUE;
    }

    long i64() throws BadParquetException {
        expect(type > BYTE && type <= I64);
        return in.zigzag();
    }

    int i32() throws BadParquetException {
        return (int) i64();
    }

    int i8() throws BadParquetException {
        expect(type == BYTE);
        return (byte) in.u8();
    }

    String text() throws BadParquetException {
        expect(type == BINARY);
        int size = in.size();
        return new String(in.bytes(), in.skip(size), size, StandardCharsets.UTF_8);
    }

    /** The field is a struct; its fields follow. */
    void struct() throws BadParquetException {
        expect(type == STRUCT);
    }

    /** The field is a list of this many structs; the fields of each follow. */
    int structs() throws BadParquetException {
        expect(type == LIST);
        int head = in.u8();
        expect((head & 0xf) == STRUCT);
        return size(head);
    }

    private int size(int head) throws BadParquetException {
        int size = head >>> 4;
        return size == 0xf ? in.size() : size;
    }

    /** Passes over the field's value. */
    void skip() throws BadParquetException {
        if (type != TRUE && type != FALSE) {
            skip(type, 0);
        }
    }

    private void skip(int kind, int depth) throws BadParquetException {
        expect(depth < MOST_NESTING);
        switch (kind) {
            case TRUE, FALSE, BYTE -> in.skip(1);
            case BYTE + 1, BYTE + 2, I64 -> in.varint();
            case DOUBLE -> in.skip(Double.BYTES);
            case BINARY -> in.skip(in.size());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> skipStruct(depth);
            default -> throw new BadParquetException("a header holds the unknown type " + kind);
        }
    }

    private void skipList(int depth) throws BadParquetException {
        int head = in.u8();
        int size = size(head);
        for (int i = 0; i < size; i++) {
            skip(head & 0xf, depth + 1);
        }
    }

    private void skipMap(int depth) throws BadParquetException {
        int size = in.size();
        int kinds = size == 0 ? 0 : in.u8();
        for (int i = 0; i < size; i++) {
            skip(kinds >>> 4, depth + 1);
            skip(kinds & 0xf, depth + 1);
        }
    }

    private void skipStruct(int depth) throws BadParquetException {
        int id = next(0);
        while (id != STOP) {
            // a boolean field's value stands in its head
            if (type != TRUE && type != FALSE) {
                skip(type, depth + 1);
            }
            id = next(id);
        }
    }

    private static void expect(boolean right) throws BadParquetException {
        if (!right) {
            throw new BadParquetException("a header holds something else than it should");
        }
    }
}
