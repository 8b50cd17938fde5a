package lathe.tokenize.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lathe.recipe.TokenizerSettings.Normalizer;
import org.jspecify.annotations.Nullable;

/** The Unicode form in which a tokenizer sees text, as a normalizer of {@code tokenizer.json}. */
public final class TextForm {
    private TextForm() {}

    /**
     * The normalizer of a recipe's key; null where text stays as it is. SentencePiece's nmt-nfkc is Hugging Face's Nmt
     * and NFKC one after the other, for its own table of rules is applied there to whole graphemes.
     */
    public static @Nullable ObjectNode json(Normalizer normalizer) {
        return switch (normalizer) {
            case NONE -> null;
            case NFC, NFKC -> named(normalizer.name());
            case NMT_NFKC -> {
                ObjectNode both = named("Sequence");
                both.putArray("normalizers").add(named("Nmt")).add(named("NFKC"));
                yield both;
            }
        };
    }

    private static ObjectNode named(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
