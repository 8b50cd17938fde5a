package lathe.tokenize.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.text.unicode.NormalForm;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a tokenizer sees text: what trainers do, and what its file says so that encoders do the same.
 *
 * @param change from text to its form
 * @param json the normalizer of {@code tokenizer.json}, or null where text stays as it is
 */
public record TextForm(UnaryOperator<String> change, @Nullable ObjectNode json) {

    /** The form of a recipe's key. */
    public static TextForm of(Normalizer normalizer) throws Failure {
        return switch (normalizer) {
            case NONE -> new TextForm(text -> text, null);
            case NFC -> unicode(NormalForm.NFC);
            case NFKC -> unicode(NormalForm.NFKC);
            case NMT_NFKC ->
                throw Failure.badInput(
                        "The normalizer nmt-nfkc is one of sp-bpe and unigram",
                        "tokenizer.normalizer",
                        "set it to nfkc",
                        "or set tokenizer.train to sp-bpe or unigram");
        };
    }

    private static TextForm unicode(NormalForm form) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", form.name());
        return new TextForm(form::of, json);
    }
}
