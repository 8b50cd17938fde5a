package lathe.clean.duplicate;

/** Cuts signatures into bands and makes a key of each. */
final class Bands {
    private final BandShape shape;

    Bands(BandShape shape) {
        this.shape = shape;
    }

    /** Writes a key for each band: equal for equal rows. */
    void keys(long[] signature, long[] out) {
        for (int band = 0; band < shape.bands(); band++) {
            long key = band;
            for (int row = 0; row < shape.rows(); row++) {
                key = Mix.join(key, signature[band * shape.rows() + row]);
            }
            out[band] = key;
        }
    }
}
