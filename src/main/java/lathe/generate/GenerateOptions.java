package lathe.generate;

/**
 * How a text goes on.
 *
 * @param maxNew most new tokens
 * @param temperature spread of the choice; 0 always takes the likeliest token
 * @param topP the choice is among the likeliest tokens that together have this probability (Holtzman et al. 2020); 1
 *     takes all
 * @param seed equal seeds give equal texts
 */
public record GenerateOptions(int maxNew, double temperature, double topP, long seed) {

    /** The likeliest token each time. */
    public static GenerateOptions greedy(int maxNew) {
        return new GenerateOptions(maxNew, 0, 1, 0);
    }
}
