package lathe.generate;

import java.util.List;
import lathe.model.text.TextWindow;
import org.jspecify.annotations.Nullable;

/**
 * How a text goes on. Names and meaning are those of transformers' generation config; the steps come in its order:
 * repetition penalty, temperature, top-k, top-p.
 *
 * @param maxNew most new tokens
 * @param temperature spread of the choice; 0 always takes the likeliest token
 * @param topK the choice is among so many of the likeliest tokens (Fan et al. 2018); 0 takes all
 * @param topP the choice is among the likeliest tokens that together have this probability (Holtzman et al. 2020); 1
 *     takes all
 * @param repetitionPenalty by which the score of a token that stands in the text already is divided, or multiplied if
 *     it is negative (Keskar et al. 2019); 1 leaves it
 * @param stop strings at which the text ends, themselves left out
 * @param seed equal seeds give equal texts
 * @param window what stays in sight of a text that may go on beyond the model's positions; null for all of one that may
 *     not
 */
public record GenerateOptions(
        int maxNew,
        double temperature,
        int topK,
        double topP,
        double repetitionPenalty,
        List<String> stop,
        long seed,
        @Nullable TextWindow window) {

    /** Copies the list. */
    public GenerateOptions {
        stop = stop.stream().filter(text -> !text.isEmpty()).toList();
    }

    /** The likeliest token each time. */
    public static GenerateOptions greedy(int maxNew) {
        return sampled(maxNew, 0, 1, 0);
    }

    /** Draws with a temperature from a nucleus. */
    public static GenerateOptions sampled(int maxNew, double temperature, double topP, long seed) {
        return new GenerateOptions(maxNew, temperature, 0, topP, 1, List.of(), seed, null);
    }

    /** The same with a most number of candidates. */
    public GenerateOptions withTopK(int candidates) {
        return new GenerateOptions(maxNew, temperature, candidates, topP, repetitionPenalty, stop, seed, window);
    }

    /** The same with a penalty for tokens that stand in the text already. */
    public GenerateOptions withRepetitionPenalty(double penalty) {
        return new GenerateOptions(maxNew, temperature, topK, topP, penalty, stop, seed, window);
    }

    /** The same with strings at which the text ends. */
    public GenerateOptions withStop(List<String> strings) {
        return new GenerateOptions(maxNew, temperature, topK, topP, repetitionPenalty, strings, seed, window);
    }

    /** The same with a seed that a text of some number has for itself, so that it does not depend on its neighbours. */
    public GenerateOptions forText(int number) {
        return new GenerateOptions(maxNew, temperature, topK, topP, repetitionPenalty, stop, seed + number, window);
    }

    /** The same for a text that may go on beyond the model's positions. */
    public GenerateOptions withWindow(@Nullable TextWindow kept) {
        return new GenerateOptions(maxNew, temperature, topK, topP, repetitionPenalty, stop, seed, kept);
    }
}
