package lathe.ingest.format.parquet;

/**
 * A column's part of a row group.
 *
 * @param start of its first page in the file
 * @param values with nulls
 */
record Chunk(Codec codec, long start, long values) {

    /** Reads a ColumnChunk. */
    static Chunk read(Compact in) throws BadParquetException {
        Fields fields = new Fields();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            switch (id) {
                case 1 -> throw new BadParquetException("columns are in another file: " + in.text());
                case 3 -> fields.meta(in);
                case 8 -> throw new BadParquetException("encrypted", "a column is encrypted");
                default -> in.skip();
            }
        }
        return fields.chunk();
    }

    private static final class Fields {
        private int codec = -1;
        private long values = -1;
        private long data = -1;
        private long dictionary;

        void meta(Compact in) throws BadParquetException {
            in.struct();
            for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
                switch (id) {
                    case 4 -> codec = in.i32();
                    case 5 -> values = in.i64();
                    case 9 -> data = in.i64();
                    case 11 -> dictionary = in.i64();
                    default -> in.skip();
                }
            }
        }

        Chunk chunk() throws BadParquetException {
            // some writers give a dictionary's place although there is none, as 0
            long start = dictionary > 0 ? Math.min(dictionary, data) : data;
            if (values < 0 || start < Footer.MAGIC_BYTES) {
                throw new BadParquetException("a column has no place or no values");
            }
            return new Chunk(Codec.of(codec), start, values);
        }
    }
}
