package lathe.clean.perplexity;

/**
 * 64-bit keys of words and of sequences of words. A sequence's key is made from its last word to its first, so that the
 * keys of all sequences that end with a word are made in one walk to the left, and that of a suffix is on the way.
 * Among 20 million sequences two share a key with a probability of one in 100,000.
 */
final class Keys {
    /** Before the first character of a word, and before the last word of a sequence. */
    static final long NONE = 0x9E3779B97F4A7C15L;

    private Keys() {}

    /** A word's key with one character more. */
    static long character(long word, int codePoint) {
        return (word ^ codePoint) * 0x100000001B3L + (word >>> 29);
    }

    /** The key of a word that stands in a text. */
    static long word(CharSequence text, int from, int to) {
        long key = NONE;
        for (int i = from; i < to; ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            key = character(key, c);
        }
        return mix(key);
    }

    /** A sequence's key with one word more, on its left. */
    static long left(long sequence, int word) {
        return mix(sequence * 31 + word + 1);
    }

    /** Spreads a number over all bits, after Stafford's thirteenth variant of MurmurHash3's end; never 0. */
    static long mix(long number) {
        long key = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        key = (key ^ key >>> 27) * 0x94D049BB133111EBL;
        key ^= key >>> 31;
        return key == 0 ? 1 : key;
    }
}
