package lathe.text.encode.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.regex.Finder;
import lathe.text.unicode.NormalForm;
import org.jspecify.annotations.Nullable;

/** Normalizers by their names in a {@code tokenizer.json}. */
public final class Normalizers {
    private Normalizers() {}

    /** Several, one after the other. */
    private record Chain(List<Normalizer> parts) implements Normalizer {
        @Override
        public void normalize(Aligned text) {
            for (Normalizer part : parts) {
                part.normalize(text);
            }
        }
    }

    /** The normalizer that a node describes; null for none. */
    public static @Nullable Normalizer of(JsonNode node) throws UncoveredException {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "NFC", "NFD", "NFKC", "NFKD" -> new FormNormalizer(NormalForm.valueOf(type));
            case "Lowercase" -> CharacterNormalizer.LOWERCASE;
            case "StripAccents" -> CharacterNormalizer.STRIP_ACCENTS;
            case "Nmt" -> CharacterNormalizer.NMT;
            case "Strip" ->
                new EdgeNormalizer(
                        node.path("strip_left").asBoolean(),
                        node.path("strip_right").asBoolean());
            case "Prepend" -> prepend(node.path("prepend").asText());
            case "Replace" -> replace(node);
            case "Precompiled" -> new CharsMapNormalizer(new CharsMap(rules(node)));
            case "BertNormalizer" -> bert(node);
            case "ByteLevel" -> new ByteNormalizer();
            case "Sequence" -> sequence(node.path("normalizers"));
            default -> throw new UncoveredException("the normalizer " + type);
        };
    }

    private static Normalizer prepend(String string) throws UncoveredException {
        if (string.isEmpty()) {
            throw new UncoveredException("the normalizer Prepend without characters");
        }
        return new PrependNormalizer(string);
    }

    private static Normalizer replace(JsonNode node) throws UncoveredException {
        Finder finder = Finder.of(node.path("pattern"));
        if (finder.matchesNothing()) {
            throw new UncoveredException("the normalizer Replace, of a place without characters");
        }
        return new ReplaceNormalizer(finder, node.path("content").asText());
    }

    private static byte[] rules(JsonNode node) throws UncoveredException {
        try {
            return Base64.getDecoder().decode(node.path("precompiled_charsmap").asText());
        } catch (IllegalArgumentException e) {
            throw new UncoveredException("the normalizer Precompiled, whose rules cannot be read");
        }
    }

    private static Normalizer bert(JsonNode node) {
        List<Normalizer> parts = new ArrayList<>();
        boolean lowercase = node.path("lowercase").asBoolean();
        if (node.path("clean_text").asBoolean()) {
            parts.add(CharacterNormalizer.CLEAN);
        }
        if (node.path("handle_chinese_chars").asBoolean()) {
            parts.add(BertNormalizer.SPACED_HAN);
        }
        if (node.path("strip_accents").asBoolean(lowercase)) {
            parts.add(new FormNormalizer(NormalForm.NFD));
            parts.add(CharacterNormalizer.NO_NONSPACING);
        }
        if (lowercase) {
            parts.add(CharacterNormalizer.LOWERCASE);
        }
        return new Chain(parts);
    }

    private static Normalizer sequence(JsonNode nodes) throws UncoveredException {
        List<Normalizer> parts = new ArrayList<>();
        for (JsonNode node : nodes) {
            Normalizer part = of(node);
            if (part != null) {
                parts.add(part);
            }
        }
        return new Chain(parts);
    }
}
