package lathe.ingest.format.parquet;

/**
 * Unpacks raw Snappy, as format_description.txt of google/snappy has it. Far from both ends, where no step can lead
 * out, nearly all steps are done without looking; the rest by {@link #step}.
 */
final class Snappy {
    private static final int LONGEST_SHORT_LITERAL = 60;

    /** More bytes than a short step reads or writes. */
    private static final int MARGIN = 80;

    private final byte[] in;
    private final int end;
    private final byte[] out;
    private final int start;
    private int from;
    private int at;

    private Snappy(Cursor in, byte[] out, int start) {
        this.in = in.bytes();
        this.end = in.end();
        this.out = out;
        this.start = start;
        from = in.at();
        at = start;
    }

    /** Unpacks into the bytes from a place on; gives where they end. */
    static int unpack(Cursor in, byte[] out, int start) throws BadParquetException {
        if (in.size() != out.length - start) {
            throw new BadParquetException("snappy: another size than the page says");
        }
        Snappy snappy = new Snappy(in, out, start);
        while (snappy.from < in.end()) {
            snappy.shortSteps();
            snappy.step();
        }
        return snappy.at;
    }

    /** As many steps as can be done without looking. */
    private void shortSteps() {
        int read = from;
        int write = at;
        while (read < end - MARGIN && write < out.length - MARGIN) {
            int tag = in[read] & 0xff;
            int kind = tag & 3;
            int length = (tag >>> 2) + 1;
            if (kind == 0) {
                if (length > LONGEST_SHORT_LITERAL) {
                    break;
                }
                Copies.words(in, read + 1, out, write, length);
                read += length + 1;
            } else {
                int distance = kind == 1
                        ? ((tag & 0xe0) << 3) | (in[read + 1] & 0xff)
                        : (short) Cursor.SHORTS.get(in, read + 1) & 0xffff;
                if (kind == 3 || distance < Long.BYTES || distance > write - start) {
                    break;
                }
                length = kind == 1 ? ((tag >>> 2) & 7) + 4 : length;
                Copies.words(out, write - distance, out, write, length);
                read += kind + 1;
            }
            write += length;
        }
        from = read;
        at = write;
    }

    /** One step of any kind, anywhere. */
    private void step() throws BadParquetException {
        Cursor rest = new Cursor(in, from, end);
        int tag = rest.u8();
        at = switch (tag & 3) {
            case 0 -> Copies.literal(rest, literalLength(rest, tag >>> 2), out, at);
            case 1 -> Copies.copy(((tag & 0xe0) << 3) | rest.u8(), ((tag >>> 2) & 7) + 4, out, start, at);
            case 2 -> Copies.copy(rest.u8() | (rest.u8() << Byte.SIZE), (tag >>> 2) + 1, out, start, at);
            default -> Copies.copy(rest.le32(), (tag >>> 2) + 1, out, start, at);
        };
        from = rest.at();
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
