package lathe.text;

import com.ibm.icu.impl.ICUBinary;
import com.ibm.icu.util.BytesTrie.Result;
import com.ibm.icu.util.CharsTrie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Words in runs of common Chinese characters, by ICU's own dictionary and its way of choosing: the words whose costs,
 * the negative logarithms of their frequencies, have the smallest sum; a character that is no word costs most. Its
 * results are those of ICU's BreakIterator, which also serves the other scripts; this one is about five times as fast,
 * because the dictionary's first level, where all characters are, is a table here. Used by one thread.
 */
final class HanDictionary {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final int LONGEST_WORD = 20;
    private static final int UNKNOWN = 255;
    private static final int FORMAT = 0x44696374;
    private static final int INDEXES = 8;
    private static final int TOTAL_SIZE = 3;

    private static final String WORDS = load();
    private static final long[] STATES = new long[LAST - FIRST + 1];
    private static final short[] SINGLES = new short[LAST - FIRST + 1];

    static {
        CharsTrie trie = new CharsTrie(WORDS, 0);
        for (int c = FIRST; c <= LAST; c++) {
            Result result = trie.first(c);
            SINGLES[c - FIRST] = (short) (result.hasValue() ? trie.getValue() : UNKNOWN);
            STATES[c - FIRST] = result.hasNext() ? trie.getState64() : 0;
        }
    }

    private final CharsTrie trie = new CharsTrie(WORDS, 0);
    private int[] costs = new int[64];
    private int[] starts = new int[64];

    /** Whether a character can be in a run. */
    static boolean covers(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** Adds the words of a run. */
    void cut(String text, int from, int to, Spans words) {
        int length = to - from;
        clear(length);
        for (int i = 0; i < length; i++) {
            reach(i, i + 1, SINGLES[text.charAt(from + i) - FIRST]);
            long state = STATES[text.charAt(from + i) - FIRST];
            if (state != 0) {
                follow(text, from, i, Math.min(length, i + LONGEST_WORD), state);
            }
        }
        addWords(from, length, words);
    }

    private void follow(String text, int from, int start, int end, long state) {
        trie.resetToState64(state);
        for (int i = start + 1; i < end; i++) {
            Result result = trie.next(text.charAt(from + i));
            if (result.hasValue()) {
                reach(start, i + 1, trie.getValue());
            }
            if (!result.hasNext()) {
                return;
            }
        }
    }

    private void reach(int start, int end, int cost) {
        int sum = costs[start] + cost;
        if (sum < costs[end]) {
            costs[end] = sum;
            starts[end] = start;
        }
    }

    private void clear(int length) {
        if (costs.length <= length) {
            costs = new int[2 * length];
            starts = new int[2 * length];
        }
        costs[0] = 0;
        Arrays.fill(costs, 1, length + 1, Integer.MAX_VALUE);
    }

    /** Walks back from the end, turning the chain round, then forward. */
    private void addWords(int from, int length, Spans words) {
        int end = length;
        int next = 0;
        while (end > 0) {
            int start = starts[end];
            starts[end] = next;
            next = end;
            end = start;
        }
        int at = 0;
        while (next != 0) {
            words.add(from + at, from + next);
            at = next;
            next = starts[next];
        }
    }

    private static String load() {
        ByteBuffer bytes = ICUBinary.getRequiredData("brkitr/cjdict.dict");
        try {
            ICUBinary.readHeader(bytes, FORMAT, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] indexes = new int[INDEXES];
        for (int i = 0; i < INDEXES; i++) {
            indexes[i] = bytes.getInt();
        }
        ICUBinary.skipBytes(bytes, indexes[0] - INDEXES * Integer.BYTES);
        int size = indexes[TOTAL_SIZE] - indexes[0];
        return ICUBinary.getString(bytes, size / 2, size & 1);
    }
}
