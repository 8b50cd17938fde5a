package lathe.text.encode.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.regex.Finder;

/** Decoders by their names in a {@code tokenizer.json}. */
public final class Decoders {
    private Decoders() {}

    /** The decoder that a node describes; without one, pieces are joined by spaces. */
    public static Decoder of(JsonNode node) throws UncoveredException {
        if (node.isNull() || node.isMissingNode()) {
            return pieces -> List.of(String.join(" ", pieces));
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "ByteLevel" -> ByteDecoders::byteLevel;
            case "ByteFallback" -> ByteDecoders::byteFallback;
            case "Fuse" -> pieces -> List.of(String.join("", pieces));
            case "Metaspace" -> metaspace(node);
            case "Replace" -> replace(node);
            case "Strip" -> strip(node);
            case "Sequence" -> sequence(node.path("decoders"));
            case "WordPiece", "BPEDecoder", "CTC" -> words(type, node);
            default -> throw new UncoveredException("the decoder " + type);
        };
    }

    private static Decoder words(String type, JsonNode node) {
        boolean cleanup = node.path("cleanup").asBoolean();
        String prefix = node.path("prefix").asText();
        String suffix = node.path("suffix").asText();
        String pad = node.path("pad_token").asText();
        String delimiter = node.path("word_delimiter_token").asText();
        return switch (type) {
            case "WordPiece" -> pieces -> WordDecoders.wordPiece(pieces, prefix, cleanup);
            case "BPEDecoder" -> pieces -> WordDecoders.bpe(pieces, suffix);
            default -> pieces -> WordDecoders.ctc(pieces, pad, delimiter, cleanup);
        };
    }

    private static Decoder metaspace(JsonNode node) {
        String replacement = node.path("replacement").asText();
        JsonNode prefix = node.path("add_prefix_space");
        boolean prefixed = !node.path("prepend_scheme").asText("always").equals("never")
                && (!prefix.isBoolean() || prefix.asBoolean());
        return pieces -> WordDecoders.metaspace(pieces, replacement, prefixed);
    }

    private static Decoder strip(JsonNode node) {
        String character = node.path("content").asText();
        int start = node.path("start").asInt();
        int stop = node.path("stop").asInt();
        return pieces -> pieces.stream()
                .map(piece -> WordDecoders.stripped(piece, character, start, stop))
                .toList();
    }

    private static Decoder replace(JsonNode node) throws UncoveredException {
        Finder finder = Finder.of(node.path("pattern"));
        String content = node.path("content").asText();
        return pieces ->
                pieces.stream().map(piece -> replaced(piece, finder, content)).toList();
    }

    private static String replaced(String piece, Finder finder, String content) {
        char[] chars = piece.toCharArray();
        StringBuilder text = new StringBuilder();
        int[] last = {0};
        finder.find(chars, 0, chars.length, (start, end) -> {
            text.append(piece, last[0], start).append(content);
            last[0] = end;
        });
        return text.isEmpty() && last[0] == 0
                ? piece
                : text.append(piece, last[0], piece.length()).toString();
    }

    private static Decoder sequence(JsonNode nodes) throws UncoveredException {
        List<Decoder> parts = new ArrayList<>();
        for (JsonNode node : nodes) {
            parts.add(of(node));
        }
        return pieces -> {
            List<String> texts = pieces;
            for (Decoder part : parts) {
                texts = part.decode(texts);
            }
            return texts;
        };
    }
}
