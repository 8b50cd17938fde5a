package lathe.clean.duplicate;

import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a signature is cut into bands: two texts are candidates if all rows of at least one band agree (Leskovec et al.,
 * Mining of Massive Datasets, chapter 3).
 */
record BandShape(int bands, int rows) {
    private static final int PANELS = 8;
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };
    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    /**
     * The shape for which the area of false candidates below the threshold and that of missed ones above it are
     * smallest together; of equal ones that with the fewest bands, then rows, as datasketch chooses.
     */
    static BandShape best(double threshold, int permutations) {
        BandShape best = new BandShape(1, 1);
        double smallest = Double.POSITIVE_INFINITY;
        for (int bands = 1; bands <= permutations; bands++) {
            for (int rows = 1; rows <= permutations / bands; rows++) {
                BandShape shape = new BandShape(bands, rows);
                double error = shape.error(threshold);
                if (error < smallest) {
                    smallest = error;
                    best = shape;
                }
            }
        }
        return best;
    }

    /** The shape that was asked for, or the best. */
    static BandShape of(double threshold, int permutations, @Nullable Integer bands, @Nullable Integer rows)
            throws Failure {
        if (bands == null && rows == null) {
            return best(threshold, permutations);
        }
        if (bands == null || rows == null) {
            throw Failure.badInput(
                    "Bands and rows go together", "near-duplicates", "give both, or neither for the best that fit");
        }
        if ((long) bands * rows > permutations) {
            throw Failure.badInput(
                    bands + " bands of " + rows + " rows need more than " + permutations + " permutations",
                    "near-duplicates",
                    "ask for at least " + (long) bands * rows + " permutations, or for fewer bands or rows");
        }
        return new BandShape(bands, rows);
    }

    /** The chance that two texts of this Jaccard similarity are candidates. */
    double candidates(double similarity) {
        return 1 - Math.pow(1 - power(similarity), bands);
    }

    private double error(double threshold) {
        double falseOnes = integral(0, threshold);
        double missed = 1 - threshold - integral(threshold, 1);
        return falseOnes / 2 + missed / 2;
    }

    /** Gauss and Legendre's rule with eight nodes in each of a few panels: exact to about ten digits here. */
    private double integral(double from, double to) {
        double half = (to - from) / PANELS / 2;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                double step = half * NODES[i];
                sum += WEIGHTS[i] * (candidates(middle - step) + candidates(middle + step));
            }
        }
        return sum * half;
    }

    private double power(double similarity) {
        return Math.pow(similarity, rows);
    }
}
