package lathe.model.text;

import lathe.program.ComputeDevice;

/** How many tokens the loss takes at a time: few enough to save memory, enough to keep the device busy. */
public final class LossChunk {
    private static final long NUMBERS_ON_CPU = 1L << 22;
    private static final long NUMBERS_ON_CUDA = 1L << 28;
    private static final int FEWEST_ON_CPU = 64;
    private static final int FEWEST_ON_CUDA = 2048;

    private LossChunk() {}

    /** Tokens a chunk. */
    public static long rows(int vocabSize, ComputeDevice device) {
        return device.isCuda()
                ? Math.max(FEWEST_ON_CUDA, NUMBERS_ON_CUDA / vocabSize)
                : Math.max(FEWEST_ON_CPU, NUMBERS_ON_CPU / vocabSize);
    }
}
