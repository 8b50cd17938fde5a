package lathe.clean.duplicate;

import java.util.Arrays;

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
        Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles) {
            for (int i = 0; i < least.length; i++) {
                long value = remainder(shingle * factors[i] + terms[i]) & mask;
                least[i] = Math.min(least[i], value);
            }
        }
        return least;
    }

    /** The remainder of an unsigned number by the prime: the bits above 2^61 count 1 each. */
    private static long remainder(long value) {
        long folded = (value & PRIME) + (value >>> PRIME_BITS);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
