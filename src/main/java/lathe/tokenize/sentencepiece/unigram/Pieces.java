package lathe.tokenize.sentencepiece.unigram;

import java.util.Arrays;
import lathe.tokenize.sentencepiece.Alphabet;

/**
 * Pieces under consideration: characters as places in the alphabet, one piece after another in one array, and scores.
 * Their order is the reference's, where it decides between equals.
 */
final class Pieces {
    private final Alphabet alphabet;
    private int[] text = new int[1 << 12];
    private int[] start = new int[1 << 10];
    private float[] score = new float[1 << 10];
    private int size;
    private int longest = 1;

    Pieces(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    /** No pieces of the same alphabet. */
    Pieces empty() {
        return new Pieces(alphabet);
    }

    /** Adds a piece. */
    void add(int[] from, int at, int length, float itsScore) {
        if (size + 2 > start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
            score = Arrays.copyOf(score, 2 * score.length);
        }
        int begin = start[size];
        if (begin + length > text.length) {
            text = Arrays.copyOf(text, Math.max(begin + length, 2 * text.length));
        }
        System.arraycopy(from, at, text, begin, length);
        score[size] = itsScore;
        start[++size] = begin + length;
        longest = Math.max(longest, length);
    }

    /** Adds a piece of another list. */
    void add(Pieces other, int piece, float itsScore) {
        add(other.text, other.start[piece], other.length(piece), itsScore);
    }

    int size() {
        return size;
    }

    int longest() {
        return longest;
    }

    int length(int piece) {
        return start[piece + 1] - start[piece];
    }

    int begin(int piece) {
        return start[piece];
    }

    /** The characters of all pieces; read only. */
    int[] text() {
        return text;
    }

    float score(int piece) {
        return score[piece];
    }

    void score(int piece, float now) {
        score[piece] = now;
    }

    float smallestScore() {
        float smallest = Float.MAX_VALUE;
        for (int piece = 0; piece < size; piece++) {
            smallest = Math.min(smallest, score[piece]);
        }
        return smallest;
    }

    String string(int piece) {
        StringBuilder out = new StringBuilder();
        for (int i = start[piece]; i < start[piece + 1]; i++) {
            out.appendCodePoint(alphabet.character(text[i]));
        }
        return out.toString();
    }

    /** The pieces in the order of their characters' places in the alphabet. */
    int[] sorted() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(
                order, (a, b) -> Arrays.compare(text, start[a], start[a + 1], text, start[b], start[b + 1]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
