package lathe.tokenize.bpe;

import java.io.IOException;
import lathe.run.Failure;
import lathe.tokenize.corpus.SharedCounts;

/**
 * The corpus as BPE sees it: each different piece once, as token ids, with its count. All lies in one array, a word's
 * count right before its tokens, so that a visit is one look at memory; a word is named by its place.
 */
public final class BpeWords {
    /** Writes a piece of text as tokens. */
    public interface Writer {
        /** How many tokens there will be. */
        int length(char[] text, int from, int length);

        /** Writes them; returns the place after the last. */
        int write(char[] text, int from, int length, int[] into, int at);
    }

    /** Cells before a word's tokens: how many there are, and the count's halves. */
    static final int HEAD = 3;

    /** What a cell holds that a word has given up. */
    static final int FREE = -1;

    final int[] cells;
    private int end;

    private BpeWords(int cells) {
        this.cells = new int[cells];
    }

    /** Writes all pieces; those of one token are left out, as nothing in them can be merged. */
    public static BpeWords of(SharedCounts counts, Writer writer) throws IOException, Failure {
        long[] needed = new long[1];
        counts.forEach((text, from, n, times) -> {
            int length = writer.length(text, from, n);
            needed[0] += length > 1 ? HEAD + length : 0;
        });
        checkMemory(needed[0]);
        BpeWords words = new BpeWords((int) needed[0]);
        counts.forEach((text, from, n, times) -> {
            if (writer.length(text, from, n) > 1) {
                words.add(text, from, n, times, writer);
            }
        });
        return words;
    }

    private void add(char[] text, int from, int n, long times, Writer writer) {
        int word = end;
        end = writer.write(text, from, n, cells, word + HEAD);
        cells[word] = end - word - HEAD;
        cells[word + 1] = (int) (times >>> 32);
        cells[word + 2] = (int) times;
    }

    /** Learning needs the words and about as much again for where pairs stand. */
    private static void checkMemory(long cells) throws Failure {
        long bytes = 8 * cells;
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most || cells > Integer.MAX_VALUE - 8) {
            throw Failure.resources(
                    "The corpus has too many different words for Java's memory: learning needs about " + (bytes >> 20)
                            + " MB, and there are " + (most >> 20),
                    "tokenizer",
                    "start Java with more memory, as in java -Xmx8g",
                    "or learn from a sample: set tokenizer.input-sentence-size, for example to 1000000");
        }
    }

    /** Tokens of all words together, and what stands before each. */
    int end() {
        return end;
    }

    long count(int word) {
        return (long) cells[word + 1] << 32 | (cells[word + 2] & 0xFFFFFFFFL);
    }

    /** The word after a word. */
    int next(int word) {
        int at = word + HEAD + cells[word];
        while (at < end && cells[at] == FREE) {
            at++;
        }
        return at;
    }

    /** Closes the gaps that merging left, and forgets words that became one token. Words get other places. */
    void compact() {
        int to = 0;
        int following;
        for (int word = 0; word < end; word = following) {
            following = next(word);
            if (cells[word] > 1) {
                int size = HEAD + cells[word];
                System.arraycopy(cells, word, cells, to, size);
                to += size;
            }
        }
        end = to;
    }

    /** Borders of about equal parts, as many as asked for and one more. No word may have gaps. */
    int[] parts(int n) {
        int[] borders = new int[n + 1];
        int part = 1;
        int word = 0;
        while (word < end) {
            while (part < n && word >= (long) end * part / n) {
                borders[part++] = word;
            }
            word += HEAD + cells[word];
        }
        while (part <= n) {
            borders[part++] = end;
        }
        return borders;
    }
}
