package lathe.clean.edit;

import lathe.text.Unicode;

/**
 * By what pieces of a text count as the same: their letters and digits of every script, or all of their characters with
 * runs of white space as one; as 64-bit hashes.
 *
 * @param min fewest letters and digits of a piece that is looked at
 */
record PieceKey(boolean ignoreCase, boolean ignorePunctuation, int min) {
    /** Stands for a piece that is too short; no key is 0. */
    static final long SHORT = 0;

    long of(String text, int from, int to) {
        long hash = 0x51ED270B0F0F1E37L;
        int letters = 0;
        boolean space = false;
        boolean any = false;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean letter = Characters.isWordPart(c);
            letters += letter ? 1 : 0;
            if (letter || (!ignorePunctuation && !Unicode.isWhiteSpace(c))) {
                hash = mix(space && any ? mix(hash, ' ') : hash, ignoreCase ? Character.toLowerCase(c) : c);
                space = false;
                any = true;
            } else {
                space |= !ignorePunctuation;
            }
        }
        return letters < min ? SHORT : hash == SHORT ? 1 : hash;
    }

    private static long mix(long hash, int value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
