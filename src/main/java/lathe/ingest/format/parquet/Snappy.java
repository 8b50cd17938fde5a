package lathe.ingest.format.parquet;

/** Unpacks raw Snappy, as format_description.txt of google/snappy has it. */
final class Snappy {
    private static final int LONGEST_SHORT_LITERAL = 60;

    private Snappy() {}

    /** Unpacks into the bytes from a place on; gives where they end. */
    static int unpack(Cursor in, byte[] out, int start) throws BadParquetException {
        if (in.size() != out.length - start) {
            throw new BadParquetException("snappy: another size than the page says");
        }
        int at = start;
        while (in.left() > 0) {
            int tag = in.u8();
            at = switch (tag & 3) {
                case 0 -> Copies.literal(in, literalLength(in, tag >>> 2), out, at);
                case 1 -> Copies.copy(((tag & 0xe0) << 3) | in.u8(), ((tag >>> 2) & 7) + 4, out, start, at);
                case 2 -> Copies.copy(in.u8() | (in.u8() << Byte.SIZE), (tag >>> 2) + 1, out, start, at);
                default -> Copies.copy(in.le32(), (tag >>> 2) + 1, out, start, at);
            };
        }
        return at;
    }

    private static int literalLength(Cursor in, int length) throws BadParquetException {
        if (length < LONGEST_SHORT_LITERAL) {
            return length + 1;
        }
        int more = 0;
        for (int i = 0; i <= length - LONGEST_SHORT_LITERAL; i++) {
            more |= in.u8() << (Byte.SIZE * i);
        }
        return more + 1;
    }
}
