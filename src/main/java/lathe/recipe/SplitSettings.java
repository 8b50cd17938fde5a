package lathe.recipe;

/** What is held out for evaluation. */
public record SplitSettings(
        @Setting(
                        def = "0.02",
                        min = 0,
                        max = 0.5,
                        typical = "0.01 to 0.1",
                        help = "Share of each source that no stage trains on; more gives a steadier evaluation loss.")
                double evaluate,
        @Setting(def = "hash", help = "By the hash of the content: equal texts fall on the same side.", advanced = true)
                By by) {

    /** How an item's side is found. */
    public enum By {
        HASH
    }
}
