package lathe.ingest.format.parquet;

/** Unpacks LZ4 blocks, as lz4_Block_format.md of lz4/lz4 has it. */
final class Lz4 {
    private static final int LONG = 15;
    private static final int MORE = 255;
    private static final int SHORTEST_COPY = 4;

    private Lz4() {}

    /** Unpacks a block into the bytes from a place to a limit; gives where they end. */
    static int unpack(Cursor in, byte[] out, int start, int limit) throws BadParquetException {
        int at = start;
        while (in.left() > 0) {
            int token = in.u8();
            at = Copies.literal(in, length(in, token >>> 4), out, at);
            if (in.left() > 0) {
                int distance = in.u8() | (in.u8() << Byte.SIZE);
                at = Copies.copy(distance, length(in, token & LONG) + SHORTEST_COPY, out, start, at);
            }
        }
        if (at > limit) {
            throw new BadParquetException("lz4: more than the page says");
        }
        return at;
    }

    private static int length(Cursor in, int first) throws BadParquetException {
        int length = first;
        int more = first == LONG ? MORE : 0;
        while (more == MORE) {
            more = in.u8();
            length += more;
        }
        return length;
    }

    /**
     * The older codec, which was never described: Hadoop wrote blocks behind two sizes, other writers a bare block.
     * What does not have the sizes is taken for a bare block, as in Arrow.
     */
    static int unpackFramed(Cursor in, byte[] out, int start) throws BadParquetException {
        Cursor bare = new Cursor(in.bytes(), in.at(), in.end());
        int at = start;
        while (in.left() > 0) {
            int unpacked = in.left() < 2 * Integer.BYTES ? -1 : Integer.reverseBytes(in.le32());
            int packed = unpacked < 0 ? -1 : Integer.reverseBytes(in.le32());
            if (unpacked < 0 || unpacked > out.length - at || packed < 0 || packed > in.left()) {
                return unpack(bare, out, start, out.length);
            }
            at = unpack(in.take(packed), out, at, at + unpacked);
        }
        return at;
    }
}
