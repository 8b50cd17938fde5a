package lathe.mix;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;

/** The weights of a stage's sources, summing to 1. */
final class Weights {
    private Weights() {}

    /**
     * Normalised weights, or an empty map where none of the sources has one: then each is taken once, as it is.
     *
     * @param given the recipe's weights, of other stages' sources too
     */
    static Map<String, Double> of(Map<String, Double> given, Collection<String> sources) throws Failure {
        List<String> weighted = sources.stream().filter(given::containsKey).toList();
        if (weighted.isEmpty()) {
            return Map.of();
        }
        for (String source : sources) {
            if (!given.containsKey(source)) {
                throw Failure.badInput(
                        "Some sources of a stage have a weight and " + source + " has none",
                        "mix.weights." + source,
                        "give it a weight; 0 leaves it out");
            }
        }
        double sum = weighted.stream()
                .mapToDouble(source -> given.getOrDefault(source, 0.0))
                .sum();
        if (!(sum > 0)) {
            throw Failure.badInput(
                    "The weights of a stage's sources are all 0", "mix.weights", "give one of them a weight above 0");
        }
        Map<String, Double> normalised = new LinkedHashMap<>();
        weighted.forEach(source -> normalised.put(source, given.getOrDefault(source, 0.0) / sum));
        return normalised;
    }
}
