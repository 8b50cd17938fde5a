package lathe.clean.duplicate;

/**
 * A MinHash signature of which eight bits of each number are kept (b-bit minwise hashing; Li and König 2010): an eighth
 * of the space, and an estimate that is as good once the 1/256 of numbers that agree by chance is taken off.
 */
final class ByteSignature {
    private static final double BY_CHANCE = 1.0 / 256;
    private static final double ROUNDING = 1e-9;
    private static final long SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final int numbers;
    private final int least;

    /** Signatures of so many numbers, the same from an estimated similarity on. */
    ByteSignature(int numbers, double threshold) {
        this.numbers = numbers;
        double share = threshold * (1 - BY_CHANCE) + BY_CHANCE;
        least = (int) Math.ceil(numbers * share - ROUNDING);
    }

    /** The longs of a signature. */
    int longs() {
        return (numbers + Long.BYTES - 1) / Long.BYTES;
    }

    void write(long[] signature, long[] out, int at) {
        for (int i = 0; i < longs(); i++) {
            long packed = 0;
            for (int j = i * Long.BYTES; j < Math.min(numbers, (i + 1) * Long.BYTES); j++) {
                packed |= (signature[j] & 0xFF) << (Byte.SIZE * (j % Long.BYTES));
            }
            out[at + i] = packed;
        }
    }

    boolean same(long[] left, int leftAt, long[] right, int rightAt) {
        int agreeing = numbers - longs() * Long.BYTES;
        for (int i = 0; i < longs(); i++) {
            agreeing += zeroBytes(left[leftAt + i] ^ right[rightAt + i]);
        }
        return agreeing >= least;
    }

    private static int zeroBytes(long value) {
        long notZero = (((value & SEVEN_BITS) + SEVEN_BITS) | value) & ~SEVEN_BITS;
        return Long.BYTES - Long.bitCount(notZero);
    }
}
