package lathe.model.arch;

/**
 * The part of a layer that works on each token by itself.
 *
 * @param inner width within
 * @param gated whether one half multiplies the other (Shazeer 2020)
 * @param fused whether gate and up lie in one matrix
 * @param bias whether its maps have biases
 */
public record FeedForward(int inner, Activation activation, boolean gated, boolean fused, boolean bias) {

    /** The function between its maps. */
    public enum Activation {
        SILU("activation_silu"),
        GELU("activation_gelu"),
        /** GELU by its approximation with a hyperbolic tangent. */
        GELU_TANH("activation_gelu_tanh"),
        RELU("activation_relu");

        private final String module;

        Activation(String module) {
            this.module = module;
        }

        /** The module of program text. */
        public String module() {
            return module;
        }
    }

    /** Gate, up and down as three matrices. */
    public static FeedForward gated(int inner, Activation activation) {
        return new FeedForward(inner, activation, true, false, false);
    }

    /** The module of program text. */
    public String module() {
        if (fused) {
            return "mlp_gated_fused";
        }
        return gated ? "mlp_gated" : "mlp_plain";
    }
}
