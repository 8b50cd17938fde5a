package lathe.recipe;

import java.util.Map;

/** How the sources of a stage are weighted and ordered. */
public record MixSettings(
        @Setting(
                        def = "{}",
                        min = 0,
                        max = 1e9,
                        help =
                                "Weight per source; a stage uses those of its own sources. Empty: each source once, as it is.")
                Map<String, Double> weights,
        @Setting(def = "tokens", help = "What the weights count.") Unit unit,
        @Setting(def = "{}", help = "The order in which a stage sees its documents.") Order order) {

    /** What a weight counts. */
    public enum Unit {
        TOKENS,
        DOCUMENTS
    }

    /** An order over documents. */
    public record Order(
            @Setting(def = "random", help = "random, length (a curriculum from short to long), or none (as imported).")
                    By by,
            @Setting(def = "ascending", help = "Short first or long first; for length only.") Direction direction) {

        /** What the order follows. */
        public enum By {
            RANDOM,
            LENGTH,
            NONE
        }

        /** Which end comes first. */
        public enum Direction {
            ASCENDING,
            DESCENDING
        }
    }
}
