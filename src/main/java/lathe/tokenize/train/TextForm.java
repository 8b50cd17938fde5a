package lathe.tokenize.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The Unicode form in which a tokenizer sees text, as a normalizer of {@code tokenizer.json}. */
public final class TextForm {
    private TextForm() {}

    /** The normalizer of a recipe's key; null where text stays as it is. */
    public static @Nullable ObjectNode json(Normalizer normalizer) throws Failure {
        return switch (normalizer) {
            case NONE -> null;
            case NFC, NFKC -> JsonNodeFactory.instance.objectNode().put("type", normalizer.name());
            case NMT_NFKC ->
                throw Failure.badInput(
                        "The normalizer nmt-nfkc is one of sp-bpe and unigram",
                        "tokenizer.normalizer",
                        "set it to nfkc",
                        "or set tokenizer.train to sp-bpe or unigram");
        };
    }
}
