package lathe.ingest.format.parquet;

/** What Snappy and LZ4 have in common: a text is literal bytes, and copies of what stands a little before. */
final class Copies {
    private static final int STEP = Long.BYTES;

    private Copies() {}

    /** Takes literal bytes from the input; gives where they end in the output. */
    static int literal(Cursor in, int length, byte[] out, int at) throws BadParquetException {
        int from = in.skip(length);
        check(length <= out.length - at);
        if (length <= 2 * STEP && from + 2 * STEP <= in.end() && at + 2 * STEP <= out.length) {
            words(in.bytes(), from, out, at, length);
        } else {
            System.arraycopy(in.bytes(), from, out, at, length);
        }
        return at + length;
    }

    /** Repeats what stands {@code distance} bytes before; source and copy may overlap. */
    static int copy(int distance, int length, byte[] out, int start, int at) throws BadParquetException {
        check(distance > 0 && distance <= at - start && length >= 0 && length <= out.length - at);
        int from = at - distance;
        if (distance >= STEP && length <= out.length - at - 2 * STEP) {
            words(out, from, out, at, length);
        } else {
            for (int i = 0; i < length; i++) {
                out[at + i] = out[from + i];
            }
        }
        return at + length;
    }

    /**
     * Copies word by word, forwards, up to two words more than asked for. Nearly all copies are short: two words need
     * no loop, and a call of arraycopy costs more than they do.
     */
    static void words(byte[] from, int at, byte[] to, int start, int length) {
        Cursor.LONGS.set(to, start, (long) Cursor.LONGS.get(from, at));
        Cursor.LONGS.set(to, start + STEP, (long) Cursor.LONGS.get(from, at + STEP));
        for (int i = 2 * STEP; i < length; i += STEP) {
            Cursor.LONGS.set(to, start + i, (long) Cursor.LONGS.get(from, at + i));
        }
    }

    private static void check(boolean right) throws BadParquetException {
        if (!right) {
            throw new BadParquetException("compressed bytes lead out of their page");
        }
    }
}
