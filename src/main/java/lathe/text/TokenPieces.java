package lathe.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import lathe.text.encode.ByteLevel;
import org.jspecify.annotations.Nullable;

/** The tokens of a {@code tokenizer.json} by id, and the bytes that they stand for. */
final class TokenPieces {
    private static final char METASPACE = '▁';
    private static final String CONTINUED = "##";

    private final @Nullable String[] pieces;
    private final Map<String, Integer> ids = new HashMap<>();
    private final BitSet special = new BitSet();
    private final BitSet added = new BitSet();
    private final boolean byteLevel;
    private final boolean byteFallback;
    private final boolean wordPiece;
    private final int unknown;

    TokenPieces(JsonNode tokenizer, int size) {
        pieces = new String[size];
        JsonNode model = tokenizer.path("model");
        JsonNode vocab = model.path("vocab");
        if (vocab.isArray()) {
            for (int id = 0; id < vocab.size(); id++) {
                put(vocab.get(id).path(0).asText(), id);
            }
        } else {
            vocab.properties()
                    .forEach(token -> put(token.getKey(), token.getValue().asInt()));
        }
        for (JsonNode token : tokenizer.path("added_tokens")) {
            int id = token.path("id").asInt();
            put(token.path("content").asText(), id);
            added.set(id);
            special.set(id, token.path("special").asBoolean());
        }
        byteLevel = tokenizer.path("decoder").toString().contains("\"ByteLevel\"");
        byteFallback = model.path("byte_fallback").asBoolean();
        wordPiece = model.path("type").asText().equals("WordPiece");
        unknown = vocab.isArray()
                ? model.path("unk_id").asInt(-1)
                : ids.getOrDefault(model.path("unk_token").asText(""), -1);
    }

    private void put(String piece, int id) {
        pieces[id] = piece;
        ids.put(piece, id);
    }

    @Nullable
    String piece(int id) {
        return id >= 0 && id < pieces.length ? pieces[id] : null;
    }

    int id(String piece) {
        return ids.getOrDefault(piece, -1);
    }

    boolean isSpecial(int id) {
        return special.get(id);
    }

    int unknownId() {
        return unknown;
    }

    boolean isByteFallback(int id) {
        String piece = piece(id);
        return byteFallback && piece != null && fallback(piece) >= 0;
    }

    byte @Nullable [] bytes(int id) {
        String piece = piece(id);
        if (piece == null || special.get(id) || id == unknown) {
            return null;
        }
        if (added.get(id)) {
            return piece.getBytes(StandardCharsets.UTF_8);
        }
        if (byteLevel) {
            return byteLevel(piece);
        }
        int value = byteFallback ? fallback(piece) : -1;
        if (value >= 0) {
            return new byte[] {(byte) value};
        }
        String text = wordPiece && piece.startsWith(CONTINUED)
                ? piece.substring(CONTINUED.length())
                : piece.replace(METASPACE, ' ');
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] byteLevel(String piece) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = ByteLevel.value(piece.charAt(i));
            if (value < 0) {
                return piece.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) value;
        }
        return Arrays.copyOf(bytes, bytes.length);
    }

    /** The value of a piece such as {@code <0x0A>}, or -1. */
    private static int fallback(String piece) {
        boolean is = piece.length() == 6 && piece.startsWith("<0x") && piece.endsWith(">");
        return is ? Character.digit(piece.charAt(3), 16) << 4 | Character.digit(piece.charAt(4), 16) : -1;
    }
}
