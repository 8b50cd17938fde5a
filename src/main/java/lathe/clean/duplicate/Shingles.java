package lathe.clean.duplicate;

/**
 * Runs of n units, each as a hash of 64 bits: a polynomial over the units' hashes that rolls on by one unit, mixed. No
 * shingle is ever a string.
 */
final class Shingles {
    private static final long BASE = 0xD6E8FEB86659FD93L;

    private final int n;
    private final long lastPower;

    /** Shingles of n units. */
    Shingles(int n) {
        this.n = n;
        long power = 1;
        for (int i = 0; i < n; i++) {
            power *= BASE;
        }
        lastPower = power;
    }

    int n() {
        return n;
    }

    /** The hashes of all shingles in their order; none for fewer units than n. */
    long[] of(Units units) {
        long[] hashes = new long[Math.max(0, units.size() - n + 1)];
        long rolling = 0;
        for (int i = 0; i < units.size(); i++) {
            rolling = rolling * BASE + units.hash(i);
            if (i >= n) {
                rolling -= lastPower * units.hash(i - n);
            }
            if (i >= n - 1) {
                hashes[i - n + 1] = Mix.of(rolling + n);
            }
        }
        return hashes;
    }

    /**
     * The same, but a text with fewer units than n is one shingle, and one without any unit is one of its symbols: so
     * short texts have a signature of their own. Empty only for a blank text.
     */
    long[] ofAny(Units units) {
        if (units.size() >= n) {
            return of(units);
        }
        if (units.size() > 0) {
            return new long[] {whole(units)};
        }
        long symbols = units.symbols();
        return symbols == 0 ? new long[0] : new long[] {symbols};
    }

    /** The hash of a text as a single shingle; that of another length never stands for it. */
    static long whole(Units units) {
        long hash = -units.size();
        for (int i = 0; i < units.size(); i++) {
            hash = Mix.join(hash, units.hash(i));
        }
        return hash;
    }
}
