package lathe.clean.duplicate;

/**
 * The numbers that numpy's RandomState draws (Mersenne Twister MT19937; Matsumoto and Nishimura 1998), as far as the
 * permutations of other tools rest on them.
 */
final class NumpyRandom {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER = 0x80000000;
    private static final int TWIST = 0x9908B0DF;

    private final int[] state = new int[SIZE];
    private int at = SIZE;

    NumpyRandom(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** {@code randint(low, high, dtype=uint64)} for ranges beyond 32 bits: masked numbers until one is in the range. */
    long between(long low, long high) {
        long range = high - 1 - low;
        long mask = -1L >>> Long.numberOfLeadingZeros(range);
        long drawn = next64() & mask;
        while (drawn > range) {
            drawn = next64() & mask;
        }
        return low + drawn;
    }

    private long next64() {
        long high = next32();
        return (high << Integer.SIZE) | (next32() & 0xFFFFFFFFL);
    }

    private int next32() {
        if (at == SIZE) {
            twist();
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & UPPER) | (state[(i + 1) % SIZE] & ~UPPER);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : TWIST);
        }
        at = 0;
    }
}
