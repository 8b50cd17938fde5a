package lathe.recipe;

/** What ends a stage early, or keeps it from failing. */
public record GuardSettings(
        @Setting(
                        def = "0",
                        min = 0,
                        max = 1e6,
                        typical = "2 to 5",
                        help =
                                "Evaluations without a lower loss after which a stage ends with its best weights; 0 never.")
                int earlyStoppingPatience,
        @Setting(
                        def = "0.0",
                        min = 0,
                        max = 100,
                        help = "How much lower an evaluation's loss must be to count as lower.",
                        advanced = true)
                double earlyStoppingThreshold,
        @Setting(
                        def = "false",
                        help =
                                "Whether the weights with the lowest evaluation loss become the result, not the last ones.")
                boolean loadBestModelAtEnd,
        @Setting(
                        def = "true",
                        help =
                                "When memory runs out, halve the micro-batch and accumulate twice as many: the same step.")
                boolean autoFindBatchSize) {

    /** Whether the best weights are kept and become the result. */
    public boolean keepsBest() {
        return loadBestModelAtEnd || earlyStoppingPatience > 0;
    }
}
