package lathe.tokenize.sentencepiece.bpe;

import java.util.Arrays;
import lathe.tokenize.sentencepiece.PieceRules;

/** All pairs of neighbours that may become a piece: how often they occur, and in which words they once did. */
final class SpPairs {
    /** What a pair is that may never be a piece. */
    static final int NONE = -1;

    private static final int[] NOWHERE = {};
    private static final long FREE = -1;

    private final Symbols symbols;
    private final PieceRules rules;
    private long[] keys = new long[1 << 16];
    private int[] found = new int[1 << 16];
    private int filled;
    private long[] key = new long[1 << 14];
    private long[] count = new long[1 << 14];
    private int[][] words = new int[1 << 14][];
    private int[] wordCount = new int[1 << 14];
    private int size;
    private int[] text = new int[2 * PieceRules.standard().maxLength()];

    SpPairs(Symbols symbols, PieceRules rules) {
        this.symbols = symbols;
        this.rules = rules;
        Arrays.fill(keys, FREE);
    }

    /** The number of a pair, or {@link #NONE}. */
    int pair(int left, int right) {
        long sought = (long) left << Integer.SIZE | right;
        int slot = slot(sought);
        if (keys[slot] != FREE) {
            return found[slot];
        }
        int pair = allowed(left, right) ? append(sought) : NONE;
        keys[slot] = sought;
        found[slot] = pair;
        if (2 * ++filled > keys.length) {
            grow();
        }
        return pair;
    }

    private boolean allowed(int left, int right) {
        int length = symbols.length(left) + symbols.length(right);
        if (length > rules.maxLength()) {
            return false;
        }
        if (length > text.length) {
            text = new int[2 * length];
        }
        symbols.copy(left, right, text, 0);
        return rules.allow(text, 0, length);
    }

    private int append(long sought) {
        if (size == key.length) {
            key = Arrays.copyOf(key, 2 * size);
            count = Arrays.copyOf(count, 2 * size);
            words = Arrays.copyOf(words, 2 * size);
            wordCount = Arrays.copyOf(wordCount, 2 * size);
        }
        key[size] = sought;
        words[size] = NOWHERE;
        return size++;
    }

    private int slot(long sought) {
        int slot = (int) ((sought * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Integer.numberOfTrailingZeros(keys.length)));
        while (keys[slot] != FREE && keys[slot] != sought) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldFound = found;
        keys = new long[2 * oldKeys.length];
        found = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                found[slot] = oldFound[i];
            }
        }
    }

    /** Counts a pair once more in a word. */
    void add(int pair, int word, long times) {
        count[pair] += times;
        int n = wordCount[pair];
        int[] known = words[pair];
        if (n > 0 && known[n - 1] == word) {
            return;
        }
        if (n == known.length) {
            known = Arrays.copyOf(known, Math.max(2, 2 * n));
            words[pair] = known;
        }
        known[n] = word;
        wordCount[pair] = n + 1;
    }

    void subtract(int pair, long times) {
        count[pair] -= times;
    }

    int size() {
        return size;
    }

    long count(int pair) {
        return count[pair];
    }

    int left(int pair) {
        return (int) (key[pair] >>> Integer.SIZE);
    }

    int right(int pair) {
        return (int) key[pair];
    }

    /** The words of a pair, which are forgotten: it is merged now and occurs no more. */
    int[] takeWords(int pair) {
        int[] taken = Arrays.copyOf(words[pair], wordCount[pair]);
        words[pair] = NOWHERE;
        wordCount[pair] = 0;
        return taken;
    }

    /** Whether a pair is taken before another: more frequent, then shorter, then smaller. */
    boolean goesFirst(long times, int pair, long otherTimes, int other) {
        if (times != otherTimes) {
            return times > otherTimes;
        }
        return symbols.compare(left(pair), right(pair), left(other), right(other)) < 0;
    }
}
