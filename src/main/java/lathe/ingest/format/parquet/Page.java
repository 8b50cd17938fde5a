package lathe.ingest.format.parquet;

import org.jspecify.annotations.Nullable;

/** A data page. It can be read from its beginning any number of times, by several threads. */
final class Page {
    private final Column column;
    private final Packed packed;
    private final @Nullable Dictionary dictionary;
    private final Marks marks = new Marks();

    Page(Column column, Packed packed, @Nullable Dictionary dictionary) {
        this.column = column;
        this.packed = packed;
        this.dictionary = dictionary;
    }

    /** A page that is being read: levels, null where all are 0, and values. */
    record Open(int entries, @Nullable Rle repetitions, @Nullable Rle definitions, Values values) {}

    Open open() throws BadParquetException {
        Cursor in = bytes();
        PageHeader header = packed.header();
        Rle repetitions = levels(in, column.repetitions(), header.repetitions());
        Rle definitions = levels(in, column.definitions(), header.definitions());
        Values values = Values.of(column, header.encoding(), in, header.values(), dictionary, marks);
        return new Open(header.values(), repetitions, definitions, values);
    }

    private Cursor bytes() throws BadParquetException {
        byte[] bytes = packed.bytes();
        return new Cursor(bytes, 0, bytes.length);
    }

    private @Nullable Rle levels(Cursor in, int highest, int size) throws BadParquetException {
        if (packed.header().kind() == PageHeader.DATA_V2) {
            Cursor own = in.take(size);
            return highest == 0 ? null : new Rle(own, width(highest));
        }
        if (highest == 0) {
            return null;
        }
        if (packed.header().levels() != Encoding.RLE) {
            throw new BadParquetException("levels are written in a way that was given up in 2013");
        }
        return new Rle(in.take(in.le32()), width(highest));
    }

    private static int width(int highest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    }

    int entries() {
        return packed.header().values();
    }

    /** How many rows begin in it. */
    int rows() throws BadParquetException {
        if (column.isFlat()) {
            return entries();
        }
        Rle repetitions = levels(bytes(), column.repetitions(), packed.header().repetitions());
        return repetitions == null ? entries() : repetitions.count(entries(), 0);
    }

    /** Bytes that it has when it is unpacked. */
    int size() {
        return packed.header().unpacked();
    }

    /** About how many bytes its values become. */
    long decoded() throws BadParquetException {
        return dictionary == null || isPlain() ? size() : (long) dictionary.longest() * entries();
    }

    private boolean isPlain() {
        int encoding = packed.header().encoding();
        return encoding != Encoding.PLAIN_DICTIONARY && encoding != Encoding.RLE_DICTIONARY;
    }
}
