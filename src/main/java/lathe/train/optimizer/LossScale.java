package lathe.train.optimizer;

/**
 * What a loss is multiplied by so that fp16 gradients do not vanish: halved when they overflow, doubled after a long
 * time without (Micikevicius et al. 2018, with the numbers of {@code torch.amp.GradScaler}).
 */
public final class LossScale {
    private static final double FIRST = 65_536;
    private static final double GROWTH = 2;
    private static final double BACKOFF = 0.5;
    private static final int INTERVAL = 2000;

    private final boolean on;
    private double value;
    private int good;

    /**
     * A scale as it stands.
     *
     * @param on whether it scales at all
     * @param good steps since it last changed
     */
    public LossScale(boolean on, double value, int good) {
        this.on = on;
        this.value = on ? value : 1;
        this.good = good;
    }

    /** The scale before the first step. */
    public static LossScale first(boolean on) {
        return new LossScale(on, FIRST, 0);
    }

    public boolean isOn() {
        return on;
    }

    public double value() {
        return value;
    }

    /** Steps since it last changed. */
    public int good() {
        return good;
    }

    /** A step's gradients were finite. */
    public void passed() {
        if (on && ++good == INTERVAL) {
            value *= GROWTH;
            good = 0;
        }
    }

    /** A step's gradients were not; the step is skipped. */
    public void overflowed() {
        value *= BACKOFF;
        good = 0;
    }

    /** Whether it has fallen so low that not the scale is what overflows. */
    public boolean isExhausted() {
        return value < 1;
    }
}
