package lathe.ui.kit.chart;

/**
 * An exponential moving average that starts at its first value instead of at zero, as in Adam (Kingma and Ba, 2015):
 * {@code s = w s + (1 - w) x}, shown as {@code s / (1 - w^n)}. Earlier values never change as new ones come.
 */
public final class DebiasedEma {
    private final double weight;
    private double sum;
    private double share = 1;

    /**
     * An average without values.
     *
     * @param weight of the past, 0 (no smoothing) to below 1
     */
    public DebiasedEma(double weight) {
        this.weight = weight;
    }

    /** The average after one more value; values that are no numbers leave it as it is. */
    public double add(double value) {
        if (Double.isFinite(value)) {
            sum = weight * sum + (1 - weight) * value;
            share *= weight;
        }
        return share == 1 ? Double.NaN : sum / (1 - share);
    }
}
