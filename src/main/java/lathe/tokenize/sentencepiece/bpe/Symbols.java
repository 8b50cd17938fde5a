package lathe.tokenize.sentencepiece.bpe;

import java.util.Arrays;
import lathe.tokenize.sentencepiece.Alphabet;

/** The code points of each symbol, one after another in one array; characters come first. */
final class Symbols {
    private int[] text = new int[1 << 12];
    private int[] start = new int[1 << 10];
    private int size;

    Symbols(Alphabet alphabet) {
        for (int id = 0; id < alphabet.size(); id++) {
            reserve(1);
            text[start[size]] = alphabet.character(id);
            end(1);
        }
    }

    /** Joins two symbols and returns the new one. */
    int join(int left, int right) {
        int length = length(left) + length(right);
        reserve(length);
        copy(left, right, text, start[size]);
        end(length);
        return size - 1;
    }

    /** Writes what two symbols would be together. */
    void copy(int left, int right, int[] to, int at) {
        System.arraycopy(text, start[left], to, at, length(left));
        System.arraycopy(text, start[right], to, at + length(left), length(right));
    }

    int size() {
        return size;
    }

    int length(int symbol) {
        return start[symbol + 1] - start[symbol];
    }

    String text(int symbol) {
        return new String(text, start[symbol], length(symbol));
    }

    /**
     * Compares two pairs as SentencePiece does where they are as frequent: fewer code points first, then their order.
     */
    int compare(int left, int right, int otherLeft, int otherRight) {
        int length = length(left) + length(right);
        int difference = length - length(otherLeft) - length(otherRight);
        for (int i = 0; difference == 0 && i < length; i++) {
            difference = Integer.compare(at(left, right, i), at(otherLeft, otherRight, i));
        }
        return difference;
    }

    private int at(int left, int right, int i) {
        int n = length(left);
        return i < n ? text[start[left] + i] : text[start[right] + i - n];
    }

    private void reserve(int length) {
        if (size + 2 > start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
        }
        int end = start[size] + length;
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
        }
    }

    private void end(int length) {
        start[size + 1] = start[size] + length;
        size++;
    }
}
