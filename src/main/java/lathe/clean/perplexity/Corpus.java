package lathe.clean.perplexity;

import java.util.Arrays;

/** Sentences to learn from, as numbers of words, each with a beginning and an end. */
final class Corpus {
    /** Words that are taken in at most. */
    static final int MOST = 100_000_000;

    private final Vocabulary vocabulary = new Vocabulary();
    private int[] words = new int[1 << 12];
    private int size;

    /** Adds the lines of a text that have words. */
    void add(String text) {
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            line(new Units(text, from, end));
            from = end + 1;
        }
    }

    private void line(Units units) {
        if (!units.next()) {
            return;
        }
        push(Vocabulary.BEGIN);
        do {
            int known = vocabulary.find(units.key());
            push(known == Vocabulary.UNKNOWN ? vocabulary.add(units.word()) : known);
        } while (units.next());
        push(Vocabulary.END);
    }

    private void push(int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size + (size >> 1));
        }
        words[size++] = word;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Words, beginnings and ends of sentences. */
    int size() {
        return size;
    }

    /** The word at a place. */
    int word(int place) {
        return words[place];
    }

    /** The key of the sequence of a length that ends at a place. */
    long key(int end, int length) {
        long key = Keys.NONE;
        for (int i = 0; i < length; i++) {
            key = Keys.left(key, words[end - i]);
        }
        return key;
    }
}
