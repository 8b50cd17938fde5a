package lathe.text.encode.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of text that a piece stands for by itself, as far as a decoder looks at single pieces. */
public final class PieceBytes {
    private boolean byteLevel;
    private final List<String[]> replacements = new ArrayList<>();
    private String prefix = "";

    private PieceBytes() {}

    /** Bytes by the decoder that a node describes. */
    public static PieceBytes of(JsonNode decoder) {
        PieceBytes bytes = new PieceBytes();
        bytes.read(decoder);
        return bytes;
    }

    private void read(JsonNode node) {
        switch (node.path("type").asText()) {
            case "ByteLevel" -> byteLevel = true;
            case "Metaspace" -> replace(node.path("replacement").asText(), " ");
            case "Replace" ->
                replace(
                        node.path("pattern").path("String").asText(),
                        node.path("content").asText());
            case "WordPiece" -> prefix = node.path("prefix").asText();
            case "BPEDecoder" -> replace(node.path("suffix").asText(), " ");
            default -> node.path("decoders").forEach(this::read);
        }
    }

    private void replace(String piece, String text) {
        if (!piece.isEmpty()) {
            replacements.add(new String[] {piece, text});
        }
    }

    /** The bytes of a piece. */
    public byte[] of(String piece) {
        if (byteLevel) {
            return ByteDecoders.bytes(piece);
        }
        String text = piece.startsWith(prefix) ? piece.substring(prefix.length()) : piece;
        for (String[] replacement : replacements) {
            text = text.replace(replacement[0], replacement[1]);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
