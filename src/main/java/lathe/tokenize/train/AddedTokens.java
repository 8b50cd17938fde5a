package lathe.tokenize.train;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;

/**
 * Tokens that stand outside of the algorithm, in the form of {@code tokenizer.json}.
 *
 * @param special tokens that no text produces
 * @param userDefined strings that are one token wherever they stand; matched after normalizing
 */
public record AddedTokens(List<String> special, List<String> userDefined) {

    /** Those of a recipe; none may be empty. */
    public static AddedTokens of(TokenizerSettings.Train settings) throws Failure {
        if (settings.special().contains("") || settings.userDefined().contains("")) {
            throw Failure.badInput(
                    "A token must have at least one character",
                    settings.special().contains("") ? "tokenizer.special" : "tokenizer.user-defined",
                    "take the empty one out");
        }
        return new AddedTokens(settings.special(), settings.userDefined());
    }

    /** All of them, each once, in the order of their ids. */
    public List<String> all() {
        return Stream.concat(special.stream(), userDefined.stream()).distinct().toList();
    }

    /** The list {@code added_tokens}. */
    public ArrayNode json(ToIntFunction<String> id) {
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        for (String token : all()) {
            boolean isSpecial = special.contains(token);
            added.addObject()
                    .put("id", id.applyAsInt(token))
                    .put("content", token)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", !isSpecial)
                    .put("special", isSpecial);
        }
        return added;
    }
}
