package lathe.clean.duplicate;

/** Mixing of 64-bit numbers: every bit of the input moves every bit of the output. */
final class Mix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /**
     * A bijection without visible structure (the finalizer of SplitMix64; Steele et al. 2014, variant 13 of Stafford).
     */
    static long of(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The hash of a sequence and one more number. */
    static long join(long hash, long next) {
        return of((hash + GOLDEN) ^ Long.rotateLeft(of(next + GOLDEN), 32));
    }

    /** Number {@code index} of a fixed stream: constants that look drawn but are the same everywhere. */
    static long constant(long stream, long index) {
        return of(of(stream) + (index + 1) * GOLDEN);
    }
}
