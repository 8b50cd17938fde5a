package lathe.export.gguf.vocabulary;

import java.util.List;
import java.util.stream.IntStream;
import lathe.text.Tokenizer;

/** The tokens of a vocabulary with the kinds that llama.cpp knows, by id. */
final class TokenList {
    static final int NORMAL = 1;
    static final int UNKNOWN = 2;
    /** Never shown, never made of plain text. */
    static final int CONTROL = 3;
    /** Found in text before it is cut. */
    static final int USER_DEFINED = 4;

    static final int UNUSED = 5;
    static final int BYTE = 6;

    private final Tokenizer tokenizer;
    private final int size;

    /**
     * The tokens of a tokenizer.
     *
     * @param size how many rows the model has; ids that stand for nothing get a name of their own
     */
    TokenList(Tokenizer tokenizer, int size) {
        this.tokenizer = tokenizer;
        this.size = size;
    }

    int size() {
        return size;
    }

    List<String> texts() {
        return IntStream.range(0, size).mapToObj(this::text).toList();
    }

    private String text(int id) {
        String piece = tokenizer.piece(id);
        return piece == null ? "[PAD" + id + "]" : piece;
    }

    List<Integer> kinds() {
        return IntStream.range(0, size).mapToObj(this::kind).toList();
    }

    int kind(int id) {
        if (tokenizer.piece(id) == null) {
            return UNUSED;
        }
        if (id == tokenizer.unknownId()) {
            return UNKNOWN;
        }
        if (tokenizer.isAdded(id)) {
            return tokenizer.isSpecial(id) ? CONTROL : USER_DEFINED;
        }
        return tokenizer.isByte(id) ? BYTE : NORMAL;
    }
}
