package lathe.clean.perplexity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words of a model and their numbers; the first three are those that no text has. */
final class Vocabulary {
    static final int UNKNOWN = 0;
    static final int BEGIN = 1;
    static final int END = 2;
    private static final List<String> SPECIAL = List.of("<unk>", "<s>", "</s>");

    private final KeyTable table = new KeyTable();
    private final List<String> words = new ArrayList<>();

    Vocabulary() {
        SPECIAL.forEach(this::add);
    }

    int size() {
        return words.size();
    }

    /** The number of a word's key; {@link #UNKNOWN} where it is not there. */
    int find(long key) {
        return Math.max(UNKNOWN, table.find(key));
    }

    /** The number of a word, a new one where it was not there. */
    int add(String word) {
        int id = table.add(Keys.word(word, 0, word.length()));
        if (id == words.size()) {
            words.add(word);
        }
        return id;
    }

    /** All words by their numbers. */
    List<String> words() {
        return Collections.unmodifiableList(words);
    }
}
