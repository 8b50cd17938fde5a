package lathe.recipe;

/** What a stage minimises beside the plain loss. */
public record LossSettings(
        @Setting(
                        def = "0.0",
                        min = 0,
                        max = 0.99,
                        typical = "0 or 0.1",
                        help =
                                "Share of the target spread over all tokens (Szegedy 2016): less certain, harder to overfit.")
                double labelSmoothingFactor,
        @Setting(
                        def = "0.0",
                        min = 0,
                        max = 1,
                        typical = "0 or 1e-4",
                        help = "Weight of log² Z (PaLM): keeps scores from drifting away in long pre-training.")
                double zLoss,
        @Setting(
                        def = "0.0",
                        min = 0,
                        max = 1000,
                        typical = "0 or 5",
                        help =
                                "Noise on the embeddings while training (NEFTune, Jain 2023): longer answers, less copying.")
                double neftuneNoiseAlpha) {

    /** The plain loss. */
    public static final LossSettings PLAIN = new LossSettings(0, 0, 0);
}
