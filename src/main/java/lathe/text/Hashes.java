package lathe.text;

/**
 * 64-bit hashes of words, made letter by letter: polynomials over mixed code points, so that the hash of a string is
 * that of its parts put together.
 */
public final class Hashes {
    /** The hash of nothing. */
    public static final long EMPTY = 0;

    /** The base of the polynomials: 2^64 divided by the golden ratio, odd. */
    public static final long BASE = 0x9E3779B97F4A7C15L;

    private static final long MIX = 0xBF58476D1CE4E5B9L;
    private static final long[] MIXED = new long[0x80];

    static {
        for (int c = 0; c < MIXED.length; c++) {
            MIXED[c] = mix(c + 1L);
        }
    }

    private Hashes() {}

    /** The hash of a string and one more code point. */
    public static long append(long hash, int codePoint) {
        return hash * BASE + (codePoint < 0x80 ? MIXED[codePoint] : mix(codePoint + 1L));
    }

    /** The hash of a string that stands before another of {@code power = BASE^length}. */
    public static long concat(long left, long right, long power) {
        return left * power + right;
    }

    /** The hash of a word as rules compare words: each code point in its small form. */
    public static long word(CharSequence word) {
        long hash = EMPTY;
        for (int at = 0; at < word.length(); ) {
            int c = Character.codePointAt(word, at);
            at += Character.charCount(c);
            hash = append(hash, small(c));
        }
        return mix(hash);
    }

    /** A hash of a stretch of a text as it stands; not one of those that can be put together. */
    public static long stretch(String text, int from, int to) {
        long hash = to - from;
        for (int at = from; at < to; at++) {
            hash = hash * BASE + text.charAt(at);
        }
        return mix(hash);
    }

    /** The small form of a code point. */
    public static int small(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return c < 0x2E80 || c > 0xD7FF ? Character.toLowerCase(c) : c;
    }

    /** Spreads a number over all bits (the finalizer of SplitMix64, Steele et al. 2014). */
    public static long mix(long number) {
        long z = number * BASE;
        z = (z ^ (z >>> 30)) * MIX;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
