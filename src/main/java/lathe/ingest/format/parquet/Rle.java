package lathe.ingest.format.parquet;

/** Small numbers in the hybrid of runs and packed bits that levels, dictionary indices and booleans use. */
final class Rle {
    private static final int PER_GROUP = 8;

    private final Cursor in;
    private final int width;
    private final long mask;
    private int left;
    private boolean packed;
    private int value;
    private long bit;

    /** Runs of numbers of so many bits, at most 32. */
    Rle(Cursor in, int width) throws BadParquetException {
        if (width > Integer.SIZE) {
            throw new BadParquetException("numbers of " + width + " bits");
        }
        this.in = in;
        this.width = width;
        mask = (1L << width) - 1;
    }

    /** One packed run without a head: how plain booleans stand. */
    static Rle packed(Cursor in) throws BadParquetException {
        Rle bits = new Rle(in, 1);
        bits.packed = true;
        bits.bit = (long) in.at() * Byte.SIZE;
        bits.left = Integer.MAX_VALUE;
        return bits;
    }

    int next() throws BadParquetException {
        while (left == 0) {
            nextRun();
        }
        left--;
        return packed ? unpack() : value;
    }

    /** Passes over numbers; gives how many of them are this one. */
    int count(int numbers, int wanted) throws BadParquetException {
        int found = 0;
        int rest = numbers;
        while (rest > 0) {
            if (left > 1 && !packed) {
                int run = Math.min(left, rest);
                left -= run;
                rest -= run;
                found += value == wanted ? run : 0;
            } else {
                found += next() == wanted ? 1 : 0;
                rest--;
            }
        }
        return found;
    }

    private void nextRun() throws BadParquetException {
        if (width == 0) {
            left = Integer.MAX_VALUE;
            return;
        }
        int head = in.size();
        packed = (head & 1) == 1;
        left = head >>> 1;
        if (packed) {
            // the last group of a page may be cut off behind its last number
            long bytes = Math.min((long) left * width, in.left());
            bit = (long) in.skip((int) bytes) * Byte.SIZE;
            left = (int) Math.min((long) left * PER_GROUP, bytes * Byte.SIZE / width);
        } else {
            value = 0;
            for (int shift = 0; shift < width; shift += Byte.SIZE) {
                value |= in.u8() << shift;
            }
        }
    }

    private int unpack() throws BadParquetException {
        byte[] bytes = in.bytes();
        int at = (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        bit += width;
        if (at + Long.BYTES <= bytes.length) {
            return (int) (((long) Cursor.LONGS.get(bytes, at) >>> shift) & mask);
        }
        long word = 0;
        for (int i = 0; i * Byte.SIZE < shift + width; i++) {
            if (at + i >= bytes.length) {
                throw new BadParquetException("packed bits end early");
            }
            word |= (bytes[at + i] & 0xffL) << (i * Byte.SIZE);
        }
        return (int) ((word >>> shift) & mask);
    }
}
