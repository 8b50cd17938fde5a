package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;

/**
 * Which pieces stay: those whose loss would cost the corpus most likelihood, if each were written in its second best
 * way (Kudo 2018).
 */
final class Pruning {
    private final Model model;
    private final Work work;

    Pruning(Model model, Work work) {
        this.model = model;
        this.work = work;
    }

    /** The best ways to write a piece without itself. */
    private final class Alternative {
        final Lattice lattice = new Lattice(model);
        int parts;
        float logarithms;
    }

    /**
     * The pieces that stay, in their new order.
     *
     * @param frequency how often each occurs in the likeliest way to cut the corpus
     * @param most how many stay at most, beside those that nothing can replace
     */
    List<Integer> keep(float[] frequency, int most) throws Failure, IOException, RunCancelledException {
        double exact = 0;
        for (float one : frequency) {
            exact += one;
        }
        float sum = (float) exact;
        float[] loss = new float[frequency.length];
        work.all(frequency.length, Alternative::new, (alternative, piece) -> {
            loss[piece] = frequency[piece] == 0 ? Float.NaN : loss(alternative, piece, frequency, sum);
        });
        List<Integer> kept = new ArrayList<>();
        List<Integer> candidates = new ArrayList<>();
        for (int piece = 0; piece < loss.length; piece++) {
            if (loss[piece] == Float.POSITIVE_INFINITY) {
                kept.add(piece);
            } else if (!Float.isNaN(loss[piece])) {
                candidates.add(piece);
            }
        }
        candidates.sort(Comparator.comparing((Integer piece) -> -loss[piece]).thenComparing(piece -> piece));
        int room = Math.max(0, most - kept.size());
        kept.addAll(candidates.subList(0, Math.min(room, candidates.size())));
        return kept;
    }

    /** Infinity where nothing can replace a piece, no number where something is better than it. */
    private float loss(Alternative alternative, int piece, float[] frequency, float sum) {
        Lattice lattice = alternative.lattice;
        Pieces pieces = model.pieces();
        lattice.set(pieces.text(), pieces.begin(piece), pieces.begin(piece) + pieces.length(piece));
        double other = lattice.viterbi(piece);
        if (other == Double.NEGATIVE_INFINITY) {
            return Float.POSITIVE_INFINITY;
        }
        if (other > pieces.score(piece)) {
            return Float.NaN;
        }
        float times = frequency[piece];
        alternative.parts = 0;
        lattice.path((part, share) -> alternative.parts++);
        float logSumWithout = (float) Math.log(sum + times * (alternative.parts - 1));
        alternative.logarithms = 0;
        lattice.path((part, share) ->
                alternative.logarithms += (float) Math.log(frequency[Math.max(0, part)] + times) - logSumWithout);
        float logWith = (float) Math.log(times) - (float) Math.log(sum);
        return times / sum * (logWith - alternative.logarithms);
    }

    /** The pieces that are no worse than any other way to write them. */
    List<Integer> reachable() {
        List<Integer> kept = new ArrayList<>();
        Lattice lattice = new Lattice(model);
        Pieces pieces = model.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            lattice.set(pieces.text(), pieces.begin(piece), pieces.begin(piece) + pieces.length(piece));
            if (lattice.viterbi(piece) <= pieces.score(piece)) {
                kept.add(piece);
            }
        }
        return kept;
    }
}
