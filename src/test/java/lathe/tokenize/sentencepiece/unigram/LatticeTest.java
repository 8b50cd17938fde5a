package lathe.tokenize.sentencepiece.unigram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.recipe.TokenizerSettings;
import lathe.run.RunContext;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.SpCorpus;
import lathe.tokenize.sentencepiece.SpCounts;
import lathe.tokenize.sentencepiece.SpGolden;
import lathe.tokenize.sentencepiece.SpSettings;
import org.junit.jupiter.api.Test;

class LatticeTest {
    private static Pieces pieces(String text) throws Exception {
        TokenizerSettings.Train train = SpGolden.train("unigram", "add-dummy-prefix: false, character-coverage: 1");
        SpSettings settings = SpSettings.of(train);
        try (SpCounts counts = SpCorpus.count(Sequences.of(List.of(text)), settings, false, 1, RunContext.quiet())) {
            return new Pieces(Alphabet.of(counts, false, settings));
        }
    }

    /** a, b and ab at ids 0, 1 and 2. */
    private static Model model(float a, float b, float ab) throws Exception {
        Pieces pieces = pieces("aab");
        pieces.add(new int[] {0}, 0, 1, a);
        pieces.add(new int[] {1}, 0, 1, b);
        pieces.add(new int[] {0, 1}, 0, 2, ab);
        return new Model(pieces, new PieceTrie(pieces, pieces.sorted(), 2));
    }

    private static double[] expected(Model model, int... text) {
        double[] sums = new double[3];
        Lattice lattice = new Lattice(model);
        lattice.set(text, 0, text.length);
        lattice.expected((piece, share) -> sums[piece] += share);
        return sums;
    }

    @Test
    void sharesAreThoseOfAllWays() throws Exception {
        Model model = model((float) Math.log(0.5), (float) Math.log(0.25), (float) Math.log(0.25));

        double[] sums = expected(model, 0, 1);

        double apart = 0.5 * 0.25;
        assertEquals(apart / (apart + 0.25), sums[0], 1e-6);
        assertEquals(apart / (apart + 0.25), sums[1], 1e-6);
        assertEquals(0.25 / (apart + 0.25), sums[2], 1e-6);
    }

    @Test
    void aTextOfAnyLengthHasShares() throws Exception {
        Model model = model(-9, -9, -17);
        int[] text = IntStream.range(0, 20_000).map(i -> i & 1).toArray();

        double[] sums = expected(model, text);

        // ten thousand times the same choice: ab, or a and b
        double together = Math.exp(-17) / (Math.exp(-17) + Math.exp(-18));
        assertEquals(10_000 * together, sums[2], 1e-3);
        assertEquals(10_000 * (1 - together), sums[0], 1e-3);
    }

    @Test
    void theLikeliestWayMayBeAskedForWithoutThePieceItself() throws Exception {
        Lattice lattice = new Lattice(model(-1, -2, -2.5f));
        lattice.set(new int[] {0, 1}, 0, 2);
        List<Integer> path = new ArrayList<>();

        assertEquals(-2.5, lattice.viterbi(Lattice.UNKNOWN), 1e-6);
        assertEquals(-3, lattice.viterbi(2), 1e-6);
        lattice.path((piece, share) -> path.add(piece));

        assertEquals(List.of(1, 0), path);
    }

    @Test
    void digammaIsTheLogarithmsDerivative() {
        assertEquals(-0.5772156649, Digamma.of(1), 1e-9);
        assertEquals(Math.log(1e6) - 0.5e-6, Digamma.of(1e6), 1e-9);
    }
}
