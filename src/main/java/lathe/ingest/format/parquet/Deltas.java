package lathe.ingest.format.parquet;

/** DELTA_BINARY_PACKED: integers as differences, in blocks of small blocks that each have a width of their own. */
final class Deltas {
    /** All writers use four. */
    private static final int MOST_MINI_BLOCKS = 1024;

    private final Cursor in;
    private final int miniBlocks;
    private final int perMiniBlock;
    private final int total;
    private final int[] widths;
    private long value;
    private long least;
    private int given;
    private int mini;
    private int leftInMini;
    private long bit;
    private int width;

    /**
     * Differences that begin here.
     *
     * @param most numbers that there can be
     */
    Deltas(Cursor in, int most) throws BadParquetException {
        this.in = in;
        int block = in.size();
        miniBlocks = in.size();
        total = in.size();
        value = in.zigzag();
        if (total > most) {
            throw new BadParquetException(total + " differences for " + most + " values");
        }
        if (miniBlocks == 0 || miniBlocks > MOST_MINI_BLOCKS || block % miniBlocks != 0) {
            throw new BadParquetException("blocks of " + block + " differences in " + miniBlocks + " parts");
        }
        perMiniBlock = block / miniBlocks;
        if (perMiniBlock == 0 || perMiniBlock % Byte.SIZE != 0) {
            throw new BadParquetException("parts of " + perMiniBlock + " differences");
        }
        widths = new int[total > 1 ? miniBlocks : 0];
        mini = widths.length;
    }

    /** How many numbers there are. */
    int total() {
        return total;
    }

    /** Where the numbers end, once all have been given. */
    Cursor rest() {
        return in;
    }

    long next() throws BadParquetException {
        if (given == total) {
            throw new BadParquetException("differences end early");
        }
        if (given++ > 0) {
            if (leftInMini == 0) {
                nextMini();
            }
            leftInMini--;
            value += least + unpack();
        }
        return value;
    }

    private void nextMini() throws BadParquetException {
        if (mini == widths.length) {
            least = in.zigzag();
            for (int i = 0; i < widths.length; i++) {
                widths[i] = in.u8();
            }
            mini = 0;
        }
        width = widths[mini++];
        if (width > Long.SIZE) {
            throw new BadParquetException("differences of " + width + " bits");
        }
        leftInMini = perMiniBlock;
        long bytes = (long) perMiniBlock / Byte.SIZE * width;
        bit = (long) in.skip((int) Math.min(Integer.MAX_VALUE, bytes)) * Byte.SIZE;
    }

    private long unpack() {
        long number = 0;
        byte[] bytes = in.bytes();
        for (int done = 0; done < width; ) {
            int at = (int) ((bit + done) >>> 3);
            int shift = (int) ((bit + done) & 7);
            int taken = Math.min(Byte.SIZE - shift, width - done);
            long part = ((bytes[at] & 0xffL) >>> shift) & ((1L << taken) - 1);
            number |= part << done;
            done += taken;
        }
        bit += width;
        return number;
    }
}
