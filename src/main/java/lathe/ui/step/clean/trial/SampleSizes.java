package lathe.ui.step.clean.trial;

import lathe.clean.engine.Sample;

/** How many records are measured: few that come within a second, then more, as far as memory allows. */
final class SampleSizes {
    private static final int[] SIZES = {400, 4_000, 20_000, 100_000};
    /** The part of the memory that the records of a sample may take. */
    private static final double MEMORY_SHARE = 0.3;

    private SampleSizes() {}

    static int at(int stage) {
        return SIZES[stage];
    }

    /** Whether there are more records than the sample has, and room for the next size. */
    static boolean mayGrow(Sample sample, int stage) {
        return stage + 1 < SIZES.length
                && sample.size() == SIZES[stage]
                && bytes(sample) / sample.size() * SIZES[stage + 1]
                        < Runtime.getRuntime().maxMemory() * MEMORY_SHARE;
    }

    /** What the texts take at most: two bytes a UTF-16 unit. */
    private static double bytes(Sample sample) {
        double bytes = 0;
        for (int record = 0; record < sample.size(); record++) {
            bytes += 2.0 * sample.document(record).content().length();
        }
        return bytes;
    }
}
