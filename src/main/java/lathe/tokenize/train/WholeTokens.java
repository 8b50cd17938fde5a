package lathe.tokenize.train;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds user-defined tokens in a text: of several that begin at the same place the longest, as in Hugging Face's
 * tokenizers. They are whole already, so trainers see only what stands between them.
 */
public final class WholeTokens {
    private final @Nullable Pattern any;

    /**
     * A search for tokens.
     *
     * @param form that texts have when they are searched; tokens are brought into it too
     */
    public WholeTokens(List<String> tokens, UnaryOperator<String> form) {
        any = tokens.isEmpty() ? null : anyOf(tokens, form);
    }

    private static Pattern anyOf(List<String> tokens, UnaryOperator<String> form) {
        return Pattern.compile(tokens.stream()
                .map(form)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** Hands on what stands between the tokens of a text. */
    public void between(String text, Consumer<String> take) {
        if (any == null) {
            take.accept(text);
            return;
        }
        Matcher token = any.matcher(text);
        int from = 0;
        while (token.find()) {
            take.accept(text.substring(from, token.start()));
            from = token.end();
        }
        take.accept(text.substring(from));
    }
}
