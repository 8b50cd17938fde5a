package lathe.tokenize.train;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens that are whole wherever they stand in a text: of several that begin at the same place the longest, as in
 * Hugging Face's tokenizers. Trainers see only what stands between them.
 */
public final class WholeTokens {
    private final @Nullable Pattern any;

    /** Takes ranges of a text. */
    interface Ranges {
        void range(int from, int to);
    }

    /** A search for tokens. */
    public WholeTokens(List<String> tokens) {
        String alternatives = tokens.stream()
                .filter(token -> !token.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        any = alternatives.isEmpty() ? null : Pattern.compile(alternatives);
    }

    boolean isEmpty() {
        return any == null;
    }

    /** Hands on what stands between the tokens of a text. */
    public void between(String text, Consumer<String> take) {
        ranges(text, (from, to) -> take.accept(to - from == text.length() ? text : text.substring(from, to)));
    }

    /** The same as ranges. */
    void ranges(String text, Ranges take) {
        int from = 0;
        if (any != null) {
            Matcher token = any.matcher(text);
            while (token.find()) {
                take.range(from, token.start());
                from = token.end();
            }
        }
        take.range(from, text.length());
    }
}
