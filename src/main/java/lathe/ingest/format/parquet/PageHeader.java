package lathe.ingest.format.parquet;

import org.jspecify.annotations.Nullable;

/**
 * What stands before a page.
 *
 * @param kind {@link #DATA}, {@link #DATA_V2}, {@link #DICTIONARY} or another, which is passed over
 * @param unpacked bytes of the page when it is decompressed
 * @param packed bytes of the page in the file
 * @param checksum CRC-32 of the page's bytes in the file, or null
 * @param values with nulls
 * @param encoding of the values
 * @param levels encoding of both levels of a first version's page
 * @param definitions bytes of definition levels of a second version's page
 * @param repetitions bytes of repetition levels of a second version's page
 * @param compressed whether the values of a second version's page are
 */
record PageHeader(
        int kind,
        int unpacked,
        int packed,
        @Nullable Integer checksum,
        int values,
        int encoding,
        int levels,
        int definitions,
        int repetitions,
        boolean compressed) {
    static final int DATA = 0;
    static final int DICTIONARY = 2;
    static final int DATA_V2 = 3;

    /** Largest page that is unpacked; DuckDB's have up to 100 MB. */
    static final int MOST_BYTES = 256 << 20;

    static PageHeader read(Compact in) throws BadParquetException {
        Fields fields = new Fields();
        fields.read(in);
        PageHeader header = fields.header();
        int levels = header.definitions + header.repetitions;
        if (header.unpacked < 0
                || header.packed < 0
                || header.values < 0
                || header.definitions < 0
                || header.repetitions < 0
                || levels < 0
                || levels > Math.min(header.packed, header.unpacked)) {
            throw new BadParquetException("a page says that it has a negative size, or less than its parts");
        }
        if (header.unpacked > MOST_BYTES) {
            throw new BadParquetException("too-long", "a page of " + header.unpacked + " bytes");
        }
        return header;
    }

    private static final class Fields {
        private int kind = -1;
        private int unpacked = -1;
        private int packed = -1;
        private @Nullable Integer checksum;
        private int values;
        private int encoding = -1;
        private int levels = Encoding.RLE;
        private int definitions;
        private int repetitions;
        private boolean compressed = true;

        PageHeader header() {
            return new PageHeader(
                    kind, unpacked, packed, checksum, values, encoding, levels, definitions, repetitions, compressed);
        }

        void read(Compact in) throws BadParquetException {
            for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
                switch (id) {
                    case 1 -> kind = in.i32();
                    case 2 -> unpacked = in.i32();
                    case 3 -> packed = in.i32();
                    case 4 -> checksum = in.i32();
                    case 5, 7 -> first(in);
                    case 8 -> second(in);
                    default -> in.skip();
                }
            }
        }

        /** DataPageHeader; a DictionaryPageHeader begins in the same way. */
        private void first(Compact in) throws BadParquetException {
            in.struct();
            for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
                switch (id) {
                    case 1 -> values = in.i32();
                    case 2 -> encoding = in.i32();
                    case 3 -> levels = kind == DATA ? in.i32() : passed(in);
                    case 4 -> levels = Math.max(levels, in.i32());
                    default -> in.skip();
                }
            }
        }

        private int passed(Compact in) throws BadParquetException {
            in.skip();
            return levels;
        }

        private void second(Compact in) throws BadParquetException {
            in.struct();
            for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
                switch (id) {
                    case 1 -> values = in.i32();
                    case 4 -> encoding = in.i32();
                    case 5 -> definitions = in.i32();
                    case 6 -> repetitions = in.i32();
                    case 7 -> compressed = in.bool();
                    default -> in.skip();
                }
            }
        }
    }
}
