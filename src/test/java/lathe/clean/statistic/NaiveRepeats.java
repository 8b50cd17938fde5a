package lathe.clean.statistic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs of words that come again, counted by strings. */
final class NaiveRepeats {
    private NaiveRepeats() {}

    static double share(String[] words, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= words.length; i++) {
            counts.merge(Arrays.asList(words).subList(i, i + n), 1, Integer::sum);
        }
        int repeated = counts.values().stream()
                .filter(count -> count > 1)
                .mapToInt(count -> count)
                .sum();
        return (double) repeated / (words.length - n + 1);
    }
}
