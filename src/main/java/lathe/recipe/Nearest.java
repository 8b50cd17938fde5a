package lathe.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to type. */
public final class Nearest {
    private Nearest() {}

    /** The known word nearest to a typed one by edits, if any is near enough to be meant. */
    public static Optional<String> to(String typed, Collection<String> known) {
        String low = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(low, word.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(word -> distance(low, word.toLowerCase(Locale.ROOT))));
    }

    /** The end of a message: what was probably meant, or all there is. */
    public static String hint(String typed, Collection<String> known) {
        return to(typed, known)
                .map(word -> "did you mean " + word + "?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
