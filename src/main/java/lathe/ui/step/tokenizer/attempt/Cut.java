package lathe.ui.step.tokenizer.attempt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lathe.text.Token;

/** A text cut up by a tokenizer. */
public record Cut(String text, List<Token> tokens, int vocabSize) {

    /** Mean bytes of UTF-8 per token; NaN for an empty text. */
    public double bytesPerToken() {
        return (double) text.getBytes(StandardCharsets.UTF_8).length / tokens.size();
    }
}
