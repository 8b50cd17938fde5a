package lathe.generate;

import java.util.function.IntPredicate;
import lathe.text.Tokenizer;

/** A text put together of the pieces that tokens become, up to a string at which it ends. */
final class WholeText implements IntPredicate {
    private final StringBuilder text = new StringBuilder();
    private final StopStrings stop;
    private final TextStream stream;

    /**
     * A text that begins empty after a prompt.
     *
     * @param piece hears each piece as soon as it is whole
     */
    WholeText(Tokenizer tokenizer, int[] prompt, GenerateOptions options, java.util.function.Consumer<String> piece) {
        stop = new StopStrings(options.stop(), part -> {
            text.append(part);
            piece.accept(part);
        });
        stream = new TextStream(ids -> tokenizer.decode(ids, true), stop::add);
        stream.skip(prompt);
    }

    /** Adds a token; whether the text goes on. */
    @Override
    public boolean test(int token) {
        stream.add(token);
        return !stop.isMet();
    }

    /** The text, with what was held back. */
    String finish() {
        stream.finish();
        stop.finish();
        return text.toString();
    }
}
