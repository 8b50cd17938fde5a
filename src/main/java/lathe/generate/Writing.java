package lathe.generate;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lathe.model.arch.ModelConfig;
import lathe.run.Failure;

/** One text while it is written: which token comes next, and whether any does. */
final class Writing {
    private final int[] prompt;
    private final Sampler sampler;
    private final IntPredicate more;
    private final List<Integer> endings;
    private final int most;
    private final IntStream.Builder tokens = IntStream.builder();
    private int count;
    private int last;
    private boolean over;

    /**
     * A text that begins with a prompt.
     *
     * @param more hears every token at once, and says whether the text goes on
     * @throws Failure where the prompt leaves no position for another token
     */
    Writing(int[] prompt, GenerateOptions options, ModelConfig config, IntPredicate more) throws Failure {
        if (options.window() == null && prompt.length >= config.maxPositions()) {
            throw Failure.badInput(
                    "The prompt has " + prompt.length + " tokens, the model takes " + config.maxPositions(),
                    "prompt",
                    "shorten it",
                    "go on by a window: --window " + (config.maxPositions() / 2) + " --sinks 4");
        }
        this.prompt = prompt;
        this.more = more;
        sampler = new Sampler(options, prompt);
        endings = config.eosIds();
        most = options.window() == null
                ? Math.min(options.maxNew(), config.maxPositions() - prompt.length + 1)
                : options.maxNew();
        over = most == 0;
    }

    /** Chooses the token after those that have these scores. */
    void choose(float[] scores) {
        last = sampler.choose(scores);
        if (endings.contains(last)) {
            over = true;
            return;
        }
        tokens.add(last);
        count++;
        boolean goesOn = more.test(last);
        over = !goesOn || count >= most;
    }

    int[] prompt() {
        return prompt;
    }

    /** Tokens that the text can have in all. */
    int longest(ModelConfig config) {
        return Math.min(prompt.length + most, config.maxPositions());
    }

    boolean isOver() {
        return over;
    }

    /** The token that was chosen last. */
    int last() {
        return last;
    }

    /** All that were chosen, without one that ends a text. */
    int[] tokens() {
        return tokens.build().toArray();
    }
}
