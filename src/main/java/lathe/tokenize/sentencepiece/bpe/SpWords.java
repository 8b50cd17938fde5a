package lathe.tokenize.sentencepiece.bpe;

import java.io.IOException;
import java.util.Arrays;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.SpCounts;

/** The corpus as symbols: each different part of it that has more than one, with its count. */
final class SpWords {
    int[] symbols = new int[1 << 16];
    int[] start = new int[1 << 12];
    int[] length = new int[1 << 12];
    long[] count = new long[1 << 12];
    private int used;
    private int size;

    /** Cuts parts further where a character has no token: no pair reaches across it. */
    SpWords(SpCounts parts, Alphabet alphabet) throws IOException {
        parts.forEach((text, from, n, times) -> {
            int begin = used;
            for (int i = from; i < from + n; ) {
                int c = Character.codePointAt(text, i, from + n);
                int id = alphabet.id(c);
                if (id < 0) {
                    end(begin, times);
                    begin = used;
                } else {
                    append(id);
                }
                i += Character.charCount(c);
            }
            end(begin, times);
        });
    }

    int size() {
        return size;
    }

    private void append(int id) {
        if (used == symbols.length) {
            symbols = Arrays.copyOf(symbols, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * used));
        }
        symbols[used++] = id;
    }

    private void end(int begin, long times) {
        if (used - begin < 2) {
            used = begin;
            return;
        }
        if (size == start.length) {
            start = Arrays.copyOf(start, 2 * size);
            length = Arrays.copyOf(length, 2 * size);
            count = Arrays.copyOf(count, 2 * size);
        }
        start[size] = begin;
        length[size] = used - begin;
        count[size++] = times;
    }
}
