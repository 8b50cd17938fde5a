package lathe.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Text to token ids and back, by a folder with a Hugging Face {@code tokenizer.json}. Safe for several threads.
 *
 * <p>Strings with lone surrogates are no Unicode text and are refused with an {@link IllegalArgumentException}; import
 * lets none of them in.
 */
public final class Tokenizer implements AutoCloseable {
    private final Path folder;
    private final HuggingFaceTokenizer bound;
    private final int vocabSize;
    private final int endOfText;
    private final TokenPieces pieces;

    private Tokenizer(Path folder, HuggingFaceTokenizer bound, int vocabSize, int endOfText, TokenPieces pieces) {
        this.folder = folder;
        this.bound = bound;
        this.vocabSize = vocabSize;
        this.endOfText = endOfText;
        this.pieces = pieces;
    }

    /** Opens the tokenizer of a folder. */
    public static Tokenizer load(Path folder) throws Failure, IOException {
        TokenizerFiles files = new TokenizerFiles(folder);
        int endOfText = files.endOfText();
        return new Tokenizer(folder, bind(files.tokenizerFile()), files.vocabSize(), endOfText, files.pieces());
    }

    private static HuggingFaceTokenizer bind(Path file) throws Failure, IOException {
        try {
            return HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
        } catch (RuntimeException e) {
            // The native library tells every fault of the file this way.
            throw Failure.badInput(
                    "The tokenizer cannot be read: " + e.getMessage(),
                    file.toString(),
                    "copy the file again from where it came, or train a tokenizer");
        }
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
        return ids(bound.encode(checked(text), addSpecialTokens, false));
    }

    /** The ids of many texts, nothing added around them; several cores are used. */
    public List<int[]> encodeAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        texts.forEach(Tokenizer::checked);
        return Arrays.stream(bound.batchEncode(texts, false, false))
                .map(Tokenizer::ids)
                .toList();
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
        if (ids.length == 0) {
            return "";
        }
        return bound.decode(Arrays.stream(ids).asLongStream().toArray(), skipSpecialTokens);
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

    /** How the vocabulary writes a token; null for an id that no token has. */
    public @Nullable String piece(int id) {
        return pieces.piece(id);
    }

    /** The id of a piece; -1 where the vocabulary lacks it. */
    public int id(String piece) {
        return pieces.id(piece);
    }

    /** The bytes that a token stands for, which may be part of a character; null for special tokens and free ids. */
    public byte @Nullable [] bytes(int id) {
        return pieces.bytes(id);
    }

    /** Whether a token is none of text: it marks beginnings, ends and turns. */
    public boolean isSpecial(int id) {
        return pieces.isSpecial(id);
    }

    /** Whether a token stands for a byte because the characters there have no token of their own. */
    public boolean isByteFallback(int id) {
        return pieces.isByteFallback(id);
    }

    /** The id that stands for everything without a token; -1 where there is none. */
    public int unknownId() {
        return pieces.unknownId();
    }

    /** The tokens of a text with what each of them covers. */
    public List<Token> tokens(String text) {
        Encoding encoding = bound.encode(checked(text), false, false);
        int[] charOf = charOffsets(text);
        long[] ids = encoding.getIds();
        String[] pieces = encoding.getTokens();
        CharSpan[] spans = encoding.getCharTokenSpans();
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            int start = span == null ? 0 : charOf[span.getStart()];
            int end = span == null ? 0 : charOf[span.getEnd()];
            tokens.add(new Token((int) ids[i], pieces[i], start, end));
        }
        return tokens;
    }

    @Override
    public void close() {
        bound.close();
    }

    /** Char index of each code point: the native library counts code points, Java's strings count chars. */
    private static int[] charOffsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, at = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at = at < text.length() ? text.offsetByCodePoints(at, 1) : at;
        }
        return offsets;
    }

    private static int[] ids(Encoding encoding) {
        long[] wide = encoding.getIds();
        int[] ids = new int[wide.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (int) wide[i];
        }
        return ids;
    }

    private static String checked(String text) {
        int lone = Unicode.loneSurrogate(text);
        if (lone >= 0) {
            throw new IllegalArgumentException("not Unicode text: lone surrogate at char " + lone);
        }
        return text;
    }
}
