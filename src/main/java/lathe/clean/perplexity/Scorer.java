package lathe.clean.perplexity;

import lathe.clean.perplexity.NgramModel.Level;

/** Adds up the logarithms of the probabilities of lines under a model. Used by one thread. */
final class Scorer {
    private final NgramModel model;
    /** The words before the next one, the last first. */
    private final int[] history;

    private int known;
    /** Keys of the sequences that end with the next word and with the word before, by length less one. */
    private long[] keys;

    private long[] before;
    /** Length of the longest sequence before the next word that the model has. */
    private int longest;

    private double sum;
    private long words;

    Scorer(NgramModel model) {
        this.model = model;
        history = new int[model.order()];
        keys = new long[model.order()];
        before = new long[model.order()];
    }

    /** Adds a line with its end; nothing where it has no words. */
    void line(WordCursor cursor) {
        if (!cursor.next()) {
            return;
        }
        begin();
        do {
            sum += next(model.vocabulary().find(cursor.key()));
            words++;
        } while (cursor.next());
        sum += next(Vocabulary.END);
        words++;
    }

    /** 10 to the power of minus the mean logarithm; NaN before the first line. */
    double perplexity() {
        return words == 0 ? Double.NaN : Math.pow(10, -sum / words);
    }

    /** The sum of all logarithms so far. */
    double sum() {
        return sum;
    }

    /** Stands before the first word of a line. */
    void begin() {
        known = 0;
        push(Vocabulary.BEGIN);
        before[0] = Keys.left(Keys.NONE, Vocabulary.BEGIN);
        longest = model.order() == 1 ? 0 : 1;
    }

    /** The logarithm of the probability of a word after those before it. */
    double next(int word) {
        long key = Keys.left(Keys.NONE, word);
        keys[0] = key;
        for (int i = 0; i < known; i++) {
            key = Keys.left(key, history[i]);
            keys[i + 1] = key;
        }
        int length = known + 1;
        int found = word;
        while (length > 1 && (found = model.level(length).keys().find(keys[length - 1])) < 0) {
            length--;
        }
        double logarithm = model.level(length).probabilities().get(length == 1 ? word : found) + backOff(length);
        long[] free = before;
        before = keys;
        keys = free;
        longest = Math.min(length, model.order() - 1);
        push(word);
        return logarithm;
    }

    /** What is added for the contexts that were known, though not with the next word. */
    private double backOff(int from) {
        double added = 0;
        for (int length = from; length <= longest; length++) {
            Level level = model.level(length);
            int context = length == 1 ? history[0] : level.keys().find(before[length - 1]);
            added += context < 0 ? 0 : level.backOffs().get(context);
        }
        return added;
    }

    private void push(int word) {
        known = Math.min(known + 1, model.order() - 1);
        System.arraycopy(history, 0, history, 1, Math.max(0, known - 1));
        history[0] = word;
    }
}
