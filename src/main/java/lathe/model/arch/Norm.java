package lathe.model.arch;

/**
 * How a model normalises.
 *
 * @param epsilon what keeps the root from zero
 * @param sandwich whether what a part of a layer gives is normalised too, before it is added (gemma2)
 */
public record Norm(Kind kind, double epsilon, boolean sandwich) {

    /** What is divided by what. */
    public enum Kind {
        /** Mean taken off, divided by the deviation, scaled and shifted (Ba et al. 2016). */
        LAYER("norm_layer"),
        /** Divided by the root mean square, rounded, scaled (Zhang and Sennrich 2019). */
        RMS("norm_rms"),
        /** The same with a factor of one plus the weight, rounded at the end (gemma). */
        RMS_FROM_ONE("norm_rms_from_one");

        private final String module;

        Kind(String module) {
            this.module = module;
        }

        /** The module of program text. */
        public String module() {
            return module;
        }
    }

    /** A norm before each part and nowhere else. */
    public static Norm before(Kind kind, double epsilon) {
        return new Norm(kind, epsilon, false);
    }

    /** Whether a bias stands beside the weight. */
    public boolean hasBias() {
        return kind == Kind.LAYER;
    }

    /** The weight with which a norm does not scale. */
    public float neutral() {
        return kind == Kind.RMS_FROM_ONE ? 0 : 1;
    }
}
