package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Expectation maximisation with a sparse prior (Kudo 2018; Liang and Klein 2007), and pruning, in turn, as in
 * SentencePiece 0.2.3.
 */
final class UnigramLearner {
    private static final int ROUNDS_BETWEEN_PRUNING = 2;
    private static final float SHRINKING = 0.75f;
    private static final double RESERVE = 1.1;
    private static final float LEAST_EXPECTED = 0.5f;

    private final Expectation expectation;
    private final int characters;
    private final int desired;
    private final Work work;
    private final RunContext context;

    UnigramLearner(Expectation expectation, int characters, int vocabSize, Work work, RunContext context) {
        this.expectation = expectation;
        this.characters = characters;
        this.desired = (int) (vocabSize * RESERVE);
        this.work = work;
        this.context = context;
    }

    /** Pieces with their scores, a tenth more than asked for at most. */
    Pieces learn(Pieces seeds) throws Failure, IOException, RunCancelledException {
        Pieces pieces = seeds;
        int[] order = seeds.sorted();
        while (true) {
            context.phase("tokenizer", "learning, " + pieces.size() + " pieces");
            Model model = new Model(pieces, new PieceTrie(pieces, order, characters));
            for (int round = 0; round < ROUNDS_BETWEEN_PRUNING; round++) {
                maximise(model, expectation.overAllWays(model));
            }
            int size = count(model);
            int most = Math.max(desired, (int) (SHRINKING * size));
            List<Integer> kept = new Pruning(model, work).keep(expectation.inTheBestWay(model), most);
            order = sortedAmong(kept, order);
            pieces = only(kept, pieces);
            if (kept.size() <= desired) {
                return reachable(pieces, order);
            }
        }
    }

    private Pieces reachable(Pieces pieces, int[] order) {
        Model model = new Model(pieces, new PieceTrie(pieces, order, characters));
        return only(new Pruning(model, work).reachable(), pieces);
    }

    /** The sum is 32 bits wide in the reference, and rounded at each step. */
    private static void maximise(Model model, float[] expected) {
        float sum = 0;
        for (int piece = 0; piece < expected.length; piece++) {
            if (model.has(piece) && expected[piece] < LEAST_EXPECTED) {
                model.remove(piece);
            } else if (model.has(piece)) {
                sum += expected[piece];
            }
        }
        float logSum = (float) Digamma.of(sum);
        for (int piece = 0; piece < expected.length; piece++) {
            if (model.has(piece)) {
                model.pieces().score(piece, (float) (Digamma.of(expected[piece]) - logSum));
            }
        }
        model.refresh();
    }

    private static int count(Model model) {
        int count = 0;
        for (int piece = 0; piece < model.pieces().size(); piece++) {
            count += model.has(piece) ? 1 : 0;
        }
        return count;
    }

    private Pieces only(List<Integer> kept, Pieces pieces) {
        Pieces fewer = pieces.empty();
        kept.forEach(piece -> fewer.add(pieces, piece, pieces.score(piece)));
        return fewer;
    }

    /** The new numbers of kept pieces, in the order of their characters. */
    private static int[] sortedAmong(List<Integer> kept, int[] order) {
        int[] now = new int[order.length];
        Arrays.fill(now, -1);
        for (int i = 0; i < kept.size(); i++) {
            now[kept.get(i)] = i;
        }
        return Arrays.stream(order)
                .map(piece -> now[piece])
                .filter(piece -> piece >= 0)
                .toArray();
    }
}
