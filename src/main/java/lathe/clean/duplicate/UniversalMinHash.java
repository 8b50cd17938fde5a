package lathe.clean.duplicate;

/**
 * MinHash by permutations (a·h + b) mod (2^61 − 1), as data-juicer and datatrove compute it: in unsigned 64 bits, so
 * that the product wraps around before the remainder is taken.
 */
final class UniversalMinHash {
    private static final int PRIME_BITS = 61;
    private static final long PRIME = (1L << PRIME_BITS) - 1;

    private final long[] factors;
    private final long[] terms;
    private final long mask;

    private UniversalMinHash(int size, long mask) {
        factors = new long[size];
        terms = new long[size];
        this.mask = mask;
    }

    /** data-juicer's: factor and term drawn in turns, of the results the lower 32 bits. */
    static UniversalMinHash dataJuicer(int size) {
        UniversalMinHash made = new UniversalMinHash(size, 0xFFFFFFFFL);
        NumpyRandom random = new NumpyRandom(42);
        for (int i = 0; i < size; i++) {
            made.factors[i] = random.between(1, PRIME);
            made.terms[i] = random.between(0, PRIME);
        }
        return made;
    }

    /** datatrove's: first all factors, then all terms, and whole results. */
    static UniversalMinHash datatrove(int size) {
        UniversalMinHash made = new UniversalMinHash(size, -1L);
        NumpyRandom random = new NumpyRandom(1);
        for (int i = 0; i < size; i++) {
            made.factors[i] = random.between(1, PRIME);
        }
        for (int i = 0; i < size; i++) {
            made.terms[i] = random.between(0, PRIME);
        }
        return made;
    }

    /** The signature of hashed shingles. */
    long[] of(long[] shingles) {
        long[] least = new long[factors.length];
        int i = 0;
        for (; i + 3 < least.length; i += 4) {
            four(shingles, i, least);
        }
        for (; i < least.length; i++) {
            least[i] = one(shingles, factors[i], terms[i]);
        }
        return least;
    }

    /** Four hashes in one pass: their chains of arithmetic run side by side, and the least values stay in registers. */
    private void four(long[] shingles, int at, long[] least) {
        long factor0 = factors[at];
        long factor1 = factors[at + 1];
        long factor2 = factors[at + 2];
        long factor3 = factors[at + 3];
        long term0 = terms[at];
        long term1 = terms[at + 1];
        long term2 = terms[at + 2];
        long term3 = terms[at + 3];
        long least0 = Long.MAX_VALUE;
        long least1 = Long.MAX_VALUE;
        long least2 = Long.MAX_VALUE;
        long least3 = Long.MAX_VALUE;
        long bits = mask;
        for (long shingle : shingles) {
            least0 = Math.min(least0, remainder(shingle * factor0 + term0) & bits);
            least1 = Math.min(least1, remainder(shingle * factor1 + term1) & bits);
            least2 = Math.min(least2, remainder(shingle * factor2 + term2) & bits);
            least3 = Math.min(least3, remainder(shingle * factor3 + term3) & bits);
        }
        least[at] = least0;
        least[at + 1] = least1;
        least[at + 2] = least2;
        least[at + 3] = least3;
    }

    private long one(long[] shingles, long factor, long term) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, remainder(shingle * factor + term) & mask);
        }
        return least;
    }

    /** The remainder of an unsigned number by the prime: the bits above 2^61 count 1 each, and so does a full sum. */
    private static long remainder(long value) {
        long folded = (value & PRIME) + (value >>> PRIME_BITS);
        return (folded + ((folded + 1) >>> PRIME_BITS)) & PRIME;
    }
}
