package lathe.tokenize.sentencepiece.bpe;

import java.io.IOException;
import java.util.Arrays;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.SpCounts;

/**
 * The corpus as symbols: each different part of it that has more than one, with its count. A word is named by its place
 * in one array, where length and count stand before its symbols: to come to a word is one look at memory.
 */
final class SpWords {
    /** A length, and a count of two ints. */
    private static final int HEAD = 3;

    int[] symbols = new int[1 << 16];
    private int used;

    /** Cuts parts further where a character has no token: no pair reaches across it. */
    SpWords(SpCounts parts, Alphabet alphabet) throws IOException {
        parts.forEach((text, from, n, times) -> {
            int word = begin(n);
            for (int i = from; i < from + n; ) {
                int c = Character.codePointAt(text, i, from + n);
                i += Character.charCount(c);
                int id = alphabet.id(c);
                if (id < 0) {
                    end(word, times);
                    word = begin(from + n - i);
                } else {
                    symbols[used++] = id;
                }
            }
            end(word, times);
        });
    }

    /** Makes room for a word, whose place is returned. */
    private int begin(int longest) {
        int word = used;
        long needed = (long) used + HEAD + longest;
        if (needed > symbols.length) {
            symbols = Arrays.copyOf(symbols, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * used)));
        }
        used += HEAD;
        return word;
    }

    private void end(int word, long times) {
        int length = used - first(word);
        if (length < 2) {
            used = word;
            return;
        }
        length(word, length);
        symbols[word + 1] = (int) (times >>> Integer.SIZE);
        symbols[word + 2] = (int) times;
    }

    /** Place behind the last word. */
    int end() {
        return used;
    }

    /** The word behind another, as long as that keeps its first length. */
    int next(int word) {
        return first(word) + length(word);
    }

    /** Where a word's symbols begin. */
    static int first(int word) {
        return word + HEAD;
    }

    /** Number of a word's symbols. */
    int length(int word) {
        return symbols[word];
    }

    /** Shortens a word. */
    void length(int word, int length) {
        symbols[word] = length;
    }

    /** How often a word occurs. */
    long count(int word) {
        return ((long) symbols[word + 1] << Integer.SIZE) | (symbols[word + 2] & 0xFFFFFFFFL);
    }
}
