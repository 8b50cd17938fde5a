package lathe.ingest.format.parquet;

/** What Snappy and LZ4 have in common: a text is literal bytes, and copies of what stands a little before. */
final class Copies {
    private static final int STEP = Long.BYTES;

    private Copies() {}

    /** Takes literal bytes from the input; gives where they end in the output. */
    static int literal(Cursor in, int length, byte[] out, int at) throws BadParquetException {
        int from = in.skip(length);
        check(length <= out.length - at);
        // most literals are short, and a call of arraycopy costs more than two words
        if (length <= 2 * STEP && from + 2 * STEP <= in.end() && at + 2 * STEP <= out.length) {
            Cursor.LONGS.set(out, at, (long) Cursor.LONGS.get(in.bytes(), from));
            Cursor.LONGS.set(out, at + STEP, (long) Cursor.LONGS.get(in.bytes(), from + STEP));
        } else {
            System.arraycopy(in.bytes(), from, out, at, length);
        }
        return at + length;
    }

    /** Repeats what stands {@code distance} bytes before; source and copy may overlap. */
    static int copy(int distance, int length, byte[] out, int start, int at) throws BadParquetException {
        check(distance > 0 && distance <= at - start && length >= 0 && length <= out.length - at);
        if (distance >= STEP && length <= out.length - at - STEP) {
            for (int i = at; i < at + length; i += STEP) {
                Cursor.LONGS.set(out, i, (long) Cursor.LONGS.get(out, i - distance));
            }
        } else {
            for (int i = at; i < at + length; i++) {
                out[i] = out[i - distance];
            }
        }
        return at + length;
    }

    private static void check(boolean right) throws BadParquetException {
        if (!right) {
            throw new BadParquetException("compressed bytes lead out of their page");
        }
    }
}
