package lathe.tokenize.bpe;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import lathe.tokenize.train.Vocabulary;

/** The tokens that merging starts from and those it makes: how they are written, and how long they are. */
public final class BpeTokens {
    private final Vocabulary vocabulary;
    private final String prefix;
    private final int maxLength;
    private final UnaryOperator<String> readable;
    private int[] lengths = new int[1 << 10];

    /**
     * Tokens of a vocabulary.
     *
     * @param prefix of tokens that do not begin a word: it goes when they are merged to the token before; may be empty
     * @param maxLength tokens that merging makes of others have less than this many signs; but two signs always may
     * @param readable how a person reads a token
     */
    public BpeTokens(Vocabulary vocabulary, String prefix, int maxLength, UnaryOperator<String> readable) {
        this.vocabulary = vocabulary;
        this.prefix = prefix;
        this.maxLength = maxLength;
        this.readable = readable;
        for (int id = 0; id < vocabulary.size(); id++) {
            length(id, 1);
        }
    }

    /** The vocabulary, which grows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Makes a token of two. */
    int merge(int left, int right) {
        int id = vocabulary.add(vocabulary.piece(left) + withoutPrefix(vocabulary.piece(right)));
        length(id, lengths[left] + lengths[right]);
        return id;
    }

    /** Whether two neighbours may become one, as Hugging Face's trainer has it: the pairs it begins with always may. */
    boolean fit(int left, int right) {
        int sum = lengths[left] + lengths[right];
        return sum == 2 || sum < maxLength;
    }

    String readable(int id) {
        return readable.apply(vocabulary.piece(id));
    }

    private String withoutPrefix(String piece) {
        return piece.startsWith(prefix) ? piece.substring(prefix.length()) : piece;
    }

    private void length(int id, int length) {
        if (id >= lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * id);
        }
        lengths[id] = length;
    }
}
