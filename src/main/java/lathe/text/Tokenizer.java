package lathe.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Failure;
import lathe.text.encode.Ints;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.chain.Chain;
import lathe.text.encode.chain.TokenTable;
import org.jspecify.annotations.Nullable;

/**
 * Text to token ids and back, by a folder with a Hugging Face {@code tokenizer.json}. Lathe's own encoder does it, or
 * Hugging Face's library where a file has a part that the encoder lacks. Safe for several threads.
 *
 * <p>Strings with lone surrogates are no Unicode text and are refused with an {@link IllegalArgumentException}; import
 * lets none of them in.
 */
public final class Tokenizer implements AutoCloseable {
    private final Path folder;
    private final TokenTable table;
    private final TokenizerEngine engine;
    private final @Nullable String uncovered;
    private final int vocabSize;
    private final int endOfText;

    private Tokenizer(
            TokenizerFiles files, TokenTable table, TokenizerEngine engine, @Nullable String uncovered, int endOfText) {
        this.folder = files.folder();
        this.table = table;
        this.engine = engine;
        this.uncovered = uncovered;
        this.vocabSize = files.vocabSize();
        this.endOfText = endOfText;
    }

    /** Opens the tokenizer of a folder. */
    public static Tokenizer load(Path folder) throws Failure, IOException {
        TokenizerFiles files = new TokenizerFiles(folder);
        int endOfText = files.endOfText();
        JsonNode tree = files.tokenizer();
        TokenTable table = TokenTable.of(tree);
        try {
            return new Tokenizer(files, table, new ChainEngine(Chain.of(tree, table), table), null, endOfText);
        } catch (UncoveredException e) {
            return new Tokenizer(files, table, DjlEngine.open(files.tokenizerFile()), e.getMessage(), endOfText);
        }
    }

    /** Whether Hugging Face's library does the work: some ten times as slowly. */
    public boolean usesDjl() {
        return uncovered != null;
    }

    /** The part of the file that Lathe's own encoder lacks; null if it lacks none. */
    public @Nullable String uncovered() {
        return uncovered;
    }

    /** The ids of a text, nothing added around it. */
    public int[] encode(String text) {
        return encode(text, false);
    }

    /**
     * The ids of a text.
     *
     * @param addSpecialTokens whether tokens are added around it where the tokenizer's post-processor says so
     */
    public int[] encode(String text, boolean addSpecialTokens) {
        Ints ids = new Ints(text.length() / 2);
        engine.encode(checked(text), addSpecialTokens, ids);
        return ids.toArray();
    }

    /** Adds the ids of a text to an array, nothing added around them: the way to encode much text. */
    public void encode(String text, Ints ids) {
        engine.encode(checked(text), false, ids);
    }

    /** The ids of many texts, nothing added around them. */
    public List<int[]> encodeAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        texts.forEach(Tokenizer::checked);
        return engine.encodeAll(texts);
    }

    /** The text of ids, special tokens written out. */
    public String decode(int[] ids) {
        return decode(ids, false);
    }

    /**
     * The text of ids.
     *
     * @param skipSpecialTokens whether special tokens are left out
     */
    public String decode(int[] ids, boolean skipSpecialTokens) {
        return ids.length == 0 ? "" : engine.decode(ids, skipSpecialTokens);
    }

    /** The tokens of a text with what each of them covers. */
    public List<Token> tokens(String text) {
        return engine.tokens(checked(text));
    }

    /** Number of ids, added tokens included: one more than the largest. */
    public int vocabSize() {
        return vocabSize;
    }

    /** Whether there is a token that ends a document. */
    public boolean hasEndOfText() {
        return endOfText >= 0;
    }

    /** Id of the token that ends a document or an answer: eos_token, else the first special token. */
    public int endOfText() throws Failure {
        if (endOfText < 0) {
            throw Failure.badInput(
                    "This tokenizer has no token that ends a text",
                    folder.toString(),
                    "add eos_token to tokenizer_config.json",
                    "or train a tokenizer with a special token");
        }
        return endOfText;
    }

    /** How the vocabulary writes a token; null where there is none with this id. */
    public @Nullable String piece(int id) {
        return table.piece(id);
    }

    /** The id of a piece, or -1. */
    public int id(String piece) {
        return table.id(piece);
    }

    /** The bytes that a token stands for, which may begin or end within a character; null for special tokens. */
    public byte @Nullable [] bytes(int id) {
        return table.bytes(id);
    }

    /** Whether a token is left out of decoded text on demand. */
    public boolean isSpecial(int id) {
        return table.isSpecial(id);
    }

    /** Whether a token is found in text before the model sees it. */
    public boolean isAdded(int id) {
        return table.isAdded(id);
    }

    /** Whether a token stands for a byte of what the vocabulary lacks, as {@code <0xE4>} does. */
    public boolean isByte(int id) {
        return table.isByte(id);
    }

    /** Id of the token for what the vocabulary lacks, or -1. */
    public int unknownId() {
        return table.unknown();
    }

    /**
     * Id of the first half of the earliest merge that makes a token, or -1: bytes, characters and models without
     * merges.
     */
    public int left(int id) {
        return table.left(id);
    }

    /** Id of that merge's second half, or -1. */
    public int right(int id) {
        return table.right(id);
    }

    /** That merge's place in the order of merges, from 0, or -1. */
    public int rank(int id) {
        return table.rank(id);
    }

    @Override
    public void close() {
        engine.close();
    }

    private static String checked(String text) {
        int lone = Unicode.loneSurrogate(text);
        if (lone >= 0) {
            throw new IllegalArgumentException("not Unicode text: lone surrogate at char " + lone);
        }
        return text;
    }
}
