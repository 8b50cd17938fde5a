package lathe.clean.duplicate;

import java.util.Arrays;
import lathe.text.Unicode;

/**
 * The units of a text, by which texts are compared: a word of a script with spaces, a letter of a script without them;
 * so Chinese is cut into characters, English into words, and mixed text into both. Case, width, blanks and punctuation
 * do not count. Each is known by a hash of 64 bits and its place.
 */
final class Units {
    private static final long BASE = 0x9DDFEA08EB382D69L;
    private static final int CHARS_PER_UNIT = 4;

    private final char[] text;
    private long[] hashes;
    private int[] starts;
    private int[] ends;
    private int size;

    /** The word that is being read; without meaning while {@code wordStart} is negative. */
    private long word;

    private int wordStart = -1;

    private Units(String text) {
        this.text = text.toCharArray();
        int guess = text.length() / CHARS_PER_UNIT + 16;
        hashes = new long[guess];
        starts = new int[guess];
        ends = new int[guess];
    }

    static Units of(String text) {
        Units units = new Units(text);
        units.read();
        return units;
    }

    int size() {
        return size;
    }

    /** The hash of a unit. */
    long hash(int unit) {
        return hashes[unit];
    }

    /** Its first UTF-16 unit. */
    int start(int unit) {
        return starts[unit];
    }

    /** Behind its last. */
    int end(int unit) {
        return ends[unit];
    }

    /** A hash of all that is not blank, for texts that have no unit; 0 for a blank text. */
    long symbols() {
        long hash = 0;
        for (char c : text) {
            hash = Unicode.isWhiteSpace(c) ? hash : Mix.join(hash, c);
        }
        return hash;
    }

    private void read() {
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            switch (Letters.kind(c)) {
                case Letters.SPACED -> goOn(i, Letters.folded(c));
                case Letters.UNSPACED -> letter(i, i + 1, Letters.folded(c));
                case Letters.MARK -> mark(i, c);
                case Letters.SURROGATE -> i = pair(i);
                default -> endWord(i);
            }
        }
        endWord(text.length);
    }

    private void goOn(int at, int letter) {
        if (wordStart < 0) {
            wordStart = at;
            word = 0;
        }
        word = (word + letter) * BASE;
    }

    private void letter(int from, int to, int letter) {
        endWord(from);
        add(Mix.of(letter + BASE), from, to);
    }

    private void mark(int at, int mark) {
        endWord(at);
        if (size > 0 && ends[size - 1] == at) {
            hashes[size - 1] = Mix.join(hashes[size - 1], mark);
            ends[size - 1] = at + 1;
        }
    }

    /** Reads a character of two chars; gives the place of its second. */
    private int pair(int at) {
        int c = Character.codePointAt(text, at);
        if (!Character.isSupplementaryCodePoint(c)) {
            endWord(at);
            return at;
        }
        switch (Letters.kindOf(c)) {
            case Letters.SPACED -> goOn(at, Letters.fold(c));
            case Letters.UNSPACED -> letter(at, at + 2, Letters.fold(c));
            default -> endWord(at);
        }
        return at + 1;
    }

    private void endWord(int to) {
        if (wordStart >= 0) {
            add(Mix.of(word), wordStart, to);
            wordStart = -1;
        }
    }

    private void add(long hash, int from, int to) {
        if (size == hashes.length) {
            int more = 2 * size;
            hashes = Arrays.copyOf(hashes, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
        }
        hashes[size] = hash;
        starts[size] = from;
        ends[size++] = to;
    }
}
