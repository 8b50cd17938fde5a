package lathe.text.encode.bpe;

import lathe.text.encode.ByteLevel;
import lathe.text.encode.Model;
import lathe.text.encode.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Byte-pair encoding (Sennrich et al. 2016), over characters or over the bytes of UTF-8. */
public final class Bpe implements Model {
    /**
     * What a file says beside vocabulary and merges.
     *
     * @param unknown id of the token for the unknown, or -1: then it vanishes
     * @param fuseUnknown whether unknown neighbours are one token
     * @param bytes ids of the tokens for single bytes, or nothing
     * @param ignoreMerges whether a piece that is a token is never merged
     * @param prefix what is written before characters inside a piece
     * @param suffix what is written behind a piece's last character
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    public record Options(
            int unknown, boolean fuseUnknown, int[] bytes, boolean ignoreMerges, String prefix, String suffix) {}

    final Vocabulary vocabulary;
    final MergeTable merges;
    final Options options;
    final boolean byteLevel;
    final @Nullable Seams seams;
    /** Ids of the characters of the basic plane where they stand alone. */
    final int[] characters;

    private Bpe(Vocabulary vocabulary, MergeTable merges, Options options, boolean byteLevel) {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.options = options;
        this.byteLevel = byteLevel;
        boolean plain = !options.ignoreMerges && options.prefix.isEmpty() && options.suffix.isEmpty();
        seams = plain ? new SeamFinder(this).seams() : null;
        characters = characters(byteLevel ? 256 : Character.MIN_SUPPLEMENTARY_CODE_POINT);
    }

    /**
     * A model.
     *
     * @param left ids of merges' first halves, by rank
     * @param right of their second halves
     * @param merged of what they become
     * @param byteLevel whether pieces come as text, of which the vocabulary has the bytes, each written as a character
     */
    public static Bpe of(
            Vocabulary vocabulary, int[] left, int[] right, int[] merged, Options options, boolean byteLevel) {
        return new Bpe(vocabulary, new MergeTable(left, right, merged), options, byteLevel);
    }

    private int[] characters(int count) {
        int[] ids = new int[count];
        for (int c = 0; c < count; c++) {
            char written = byteLevel ? ByteLevel.written(c) : (char) c;
            ids[c] = Character.isSurrogate(written) ? Vocabulary.NONE : vocabulary.id(String.valueOf(written));
        }
        return ids;
    }

    /** The id of a character that stands alone, or -1. */
    int character(int codePoint) {
        return codePoint < characters.length ? characters[codePoint] : vocabulary.id(Character.toString(codePoint));
    }

    @Override
    public Session session() {
        return new BpeSession(this);
    }

    @Override
    public int id(String piece) {
        return vocabulary.id(piece);
    }

    @Override
    public @Nullable String piece(int id) {
        return vocabulary.piece(id);
    }

    @Override
    public int size() {
        return vocabulary.size();
    }

    @Override
    public int unknown() {
        return options.unknown;
    }
}
