package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;

/**
 * How often each piece is used in the corpus. Sums are whole numbers of a small fraction: in whatever order threads add
 * them up, they are the same.
 */
final class Expectation {
    private static final int MOST_BITS = 30;

    private final Segments segments;
    private final long unknown;
    private final Work work;
    private final double unit;

    /**
     * For a corpus.
     *
     * @param unknown characters that have no token, which are in no segment
     */
    Expectation(Segments segments, long unknown, Work work) {
        this.segments = segments;
        this.unknown = unknown;
        this.work = work;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(segments.characters() + unknown);
        unit = Math.scalb(1.0, Math.min(MOST_BITS, Long.SIZE - 2 - bits));
    }

    private static final class Sums {
        final Lattice lattice;
        final long[] of;

        Sums(Model model) {
            lattice = new Lattice(model);
            of = new long[model.pieces().size()];
        }
    }

    /** Over all ways to cut the corpus. */
    float[] overAllWays(Model model) throws Failure, IOException, RunCancelledException {
        return total(model, work.all(segments.size(), () -> new Sums(model), (sums, segment) -> {
            double times = segments.count(segment) * unit;
            sums.lattice.set(segments.text(), segments.begin(segment), segments.end(segment));
            sums.lattice.expected((piece, share) -> sums.of[Math.max(0, piece)] += (long) (share * times + 0.5));
        }));
    }

    /** In the likeliest way alone. */
    float[] inTheBestWay(Model model) throws Failure, IOException, RunCancelledException {
        return total(model, work.all(segments.size(), () -> new Sums(model), (sums, segment) -> {
            long times = (long) (segments.count(segment) * unit);
            sums.lattice.set(segments.text(), segments.begin(segment), segments.end(segment));
            sums.lattice.viterbi(Lattice.UNKNOWN);
            sums.lattice.path((piece, share) -> sums.of[Math.max(0, piece)] += times);
        }));
    }

    private float[] total(Model model, List<Sums> parts) {
        float[] total = new float[model.pieces().size()];
        for (int piece = 0; piece < total.length; piece++) {
            long sum = piece == 0 ? (long) (unknown * unit) : 0;
            for (Sums part : parts) {
                sum += part.of[piece];
            }
            total[piece] = (float) (sum / unit);
        }
        return total;
    }
}
