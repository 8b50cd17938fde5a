package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.Arrays;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.SpCounts;

/** The corpus as places in the alphabet: each different part once, cut where a character has no token. */
final class Segments {
    private static final int FREE = -1;

    private int[] text = new int[1 << 16];
    private int used;
    private int[] start = new int[1 << 12];
    private long[] count = new long[1 << 12];
    private int size;
    private int[] table = new int[1 << 13];
    private int longest;
    private long characters;

    /** The segments of parts that were counted with the character after them. */
    Segments(SpCounts parts, Alphabet alphabet) throws IOException {
        Arrays.fill(table, FREE);
        parts.forEach((chars, from, n, times) -> {
            int end = from + n - Character.charCount(Character.codePointBefore(chars, from + n));
            for (int i = from; i < end; ) {
                int c = Character.codePointAt(chars, i, end);
                int id = alphabet.id(c);
                if (id < 0) {
                    close(times);
                } else {
                    append(id);
                }
                i += Character.charCount(c);
            }
            close(times);
        });
        parts.singles((c, times) -> {
            int id = alphabet.id(c);
            if (id >= 0) {
                append(id);
                close(times);
            }
        });
        table = new int[0];
    }

    private void append(int id) {
        if (used == text.length) {
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * used));
        }
        text[used++] = id;
    }

    /** Ends a segment; one that was there already only adds to its count. */
    private void close(long times) {
        int length = used - start[size];
        if (length == 0) {
            return;
        }
        characters += length * times;
        int slot = slot(start[size], used);
        if (table[slot] != FREE) {
            count[table[slot]] += times;
            used = start[size];
            return;
        }
        longest = Math.max(longest, length);
        table[slot] = size;
        count[size++] = times;
        if (size + 1 >= start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
            count = Arrays.copyOf(count, 2 * count.length);
        }
        start[size] = used;
        if (2 * size > table.length) {
            grow();
        }
    }

    private void grow() {
        table = new int[2 * table.length];
        Arrays.fill(table, FREE);
        for (int segment = 0; segment < size; segment++) {
            table[slot(start[segment], start[segment + 1])] = segment;
        }
    }

    private int slot(int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(table.length));
        while (table[slot] != FREE && !equals(table[slot], from, to)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean equals(int segment, int from, int to) {
        return Arrays.equals(text, start[segment], start[segment + 1], text, from, to);
    }

    int size() {
        return size;
    }

    /** All segments, one after another; read only. */
    int[] text() {
        return text;
    }

    int begin(int segment) {
        return start[segment];
    }

    int end(int segment) {
        return start[segment + 1];
    }

    long count(int segment) {
        return count[segment];
    }

    /** Length of the longest segment. */
    int longest() {
        return longest;
    }

    /** Number of characters in the whole corpus. */
    long characters() {
        return characters;
    }
}
