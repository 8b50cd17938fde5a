package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lathe.text.encode.Normalizer;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.decode.PieceBytes;
import lathe.text.encode.model.Bytes;
import lathe.text.encode.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What is known of each token of a {@code tokenizer.json}, whether or not its chain is covered. */
public final class TokenTable {
    /** No id. */
    public static final int NONE = Vocabulary.NONE;

    private final Vocabulary vocabulary;
    private final AddedTokens added;
    private final PieceBytes bytes;
    private final boolean byteFallback;
    private final int unknown;
    private final boolean writesUnknown;
    private final Merges merges;
    private final int[] rankOf;

    private TokenTable(JsonNode root) {
        JsonNode model = root.path("model");
        vocabulary = Models.vocabulary(model);
        added = new AddedTokens(root.path("added_tokens"), vocabulary);
        bytes = PieceBytes.of(root.path("decoder"));
        byteFallback = model.path("byte_fallback").asBoolean();
        writesUnknown = model.path("type").asText().equals("Unigram");
        unknown = writesUnknown
                ? model.path("unk_id").asInt(NONE)
                : vocabulary.id(model.path("unk_token").asText());
        merges = merges(model);
        rankOf = new int[vocabulary.end()];
        Arrays.fill(rankOf, NONE);
        for (int rank = merges.size() - 1; rank >= 0; rank--) {
            rankOf[merges.merged()[rank]] = rank;
        }
    }

    private Merges merges(JsonNode model) {
        try {
            return Merges.of(
                    model.path("merges"),
                    vocabulary,
                    model.path("continuing_subword_prefix").asText(""));
        } catch (UncoveredException e) {
            // The chain says so; tokens have pieces all the same.
            return Merges.NONE;
        }
    }

    /** The tokens of a file. */
    public static TokenTable of(JsonNode root) {
        return new TokenTable(root);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    AddedTokens added() {
        return added;
    }

    /** Whether a token's text is shown as it was written, since it may be anything. */
    boolean writesUnknown(int id) {
        return writesUnknown && id == unknown;
    }

    /** What a decoder gets for a token. */
    @Nullable
    String decoded(int id, @Nullable Normalizer normalizer) {
        AddedToken token = added.get(id);
        if (token == null) {
            return vocabulary.piece(id);
        }
        return token.normalized() ? AddedTokens.normalize(token.content(), normalizer) : token.content();
    }

    /** How a token is written; null where there is none. */
    public @Nullable String piece(int id) {
        AddedToken token = added.get(id);
        return token == null ? vocabulary.piece(id) : token.content();
    }

    /** The id of a piece, or {@link #NONE}. */
    public int id(String piece) {
        int id = added.id(piece);
        return id == NONE ? vocabulary.id(piece) : id;
    }

    /** The bytes that a token stands for, which may begin or end within a character; null for special tokens. */
    public byte @Nullable [] bytes(int id) {
        AddedToken token = added.get(id);
        if (token != null) {
            return token.special() ? null : token.content().getBytes(StandardCharsets.UTF_8);
        }
        String piece = vocabulary.piece(id);
        if (piece == null || id == unknown) {
            return null;
        }
        return isByte(id) ? new byte[] {(byte) Bytes.read(piece)} : bytes.of(piece);
    }

    /** Whether a token is found in text before the model sees it. */
    public boolean isAdded(int id) {
        return added.get(id) != null;
    }

    /** Whether a token is left out of decoded text on demand. */
    public boolean isSpecial(int id) {
        AddedToken token = added.get(id);
        return token != null && token.special();
    }

    /** Whether a token stands for a byte of what the vocabulary lacks. */
    public boolean isByte(int id) {
        String piece = vocabulary.piece(id);
        return byteFallback && piece != null && Bytes.read(piece) >= 0;
    }

    /** Id of the token for the unknown, or {@link #NONE}. */
    public int unknown() {
        return unknown;
    }

    /** Rank of the earliest merge that makes a token, or {@link #NONE}. */
    public int rank(int id) {
        return id >= 0 && id < rankOf.length ? rankOf[id] : NONE;
    }

    /** First half of that merge, or {@link #NONE}. */
    public int left(int id) {
        return rank(id) == NONE ? NONE : merges.left()[rank(id)];
    }

    /** Second half of that merge, or {@link #NONE}. */
    public int right(int id) {
        return rank(id) == NONE ? NONE : merges.right()[rank(id)];
    }
}
