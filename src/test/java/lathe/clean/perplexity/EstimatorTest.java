package lathe.clean.perplexity;

import static lathe.clean.perplexity.Golden.corpus;
import static lathe.clean.perplexity.Golden.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {

    /** What lmplz learned of the same text has the same sequences with the same numbers. */
    @ParameterizedTest
    @CsvSource({"order-5, 5, 0", "order-1, 1, 0", "pruned, 4, 1"})
    void aModelIsThatOfKenLm(String golden, int order, int prune) throws Exception {
        NgramModel theirs = Golden.model(golden);
        Estimate ours = estimate(corpus(), order, prune);

        for (int length = 1; length <= order; length++) {
            NgramModel.Level mine = ours.model().level(length);
            NgramModel.Level other = theirs.level(length);
            assertEquals(other.keys().size(), mine.keys().size(), "length " + length);
            for (int id = 0; id < mine.keys().size(); id++) {
                int[] words = Golden.words(ours, length, id, theirs.vocabulary());
                int at = other.keys().find(Golden.key(words));
                String where = length + " " + Arrays.toString(words);
                assertTrue(at >= 0, where);
                if (words[length - 1] != Vocabulary.BEGIN) {
                    assertEquals(
                            other.probabilities().get(at), mine.probabilities().get(id), 2e-5, where);
                }
                assertEquals(other.backOffs().get(at), mine.backOffs().get(id), 2e-5, where);
            }
        }
    }

    @Test
    void probabilitiesOfAllNextWordsSumToOneAfterEveryContext() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int order = 1 + seed % 6;
            String text = randomText(random);
            Estimate estimate = estimate(text, order, seed % 3 == 2 ? 1 : 0);
            for (int end = 0; end < estimate.corpus().size(); end++) {
                if (estimate.corpus().word(end) != Vocabulary.END) {
                    assertEquals(1, total(estimate, end), 1e-5, "seed " + seed + ", place " + end);
                }
            }
        }
    }

    @Test
    void unknownWordsHaveWhatIsLeftAndSoTheyDoAfterAnyContext() throws Exception {
        NgramModel model = estimate("a b a b c\nb a c", 3, 0).model();
        Scorer scorer = new Scorer(model);
        scorer.begin();
        double logarithm = scorer.next(model.vocabulary().find(Keys.word("zebra", 0, 5)));
        double expected = model.level(1).probabilities().get(Vocabulary.UNKNOWN)
                + model.level(1).backOffs().get(Vocabulary.BEGIN);
        assertEquals(expected, logarithm, 1e-6);
        assertTrue(Math.pow(10, logarithm) > 0);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameModel() throws Exception {
        Estimate estimate = estimate(corpus(), 4, 0);
        StringBuilder first = new StringBuilder();
        ArpaWriter.write(estimate, first);
        NgramModel read = ArpaReader.read(new BufferedReader(new StringReader(first.toString())), "here");

        for (String line : corpus().lines().toList()) {
            assertEquals(estimate.model().perplexity(line), read.perplexity(line), 1e-9);
        }
        StringBuilder second = new StringBuilder();
        ArpaWriter.write(estimate(corpus(), 4, 0), second);
        assertEquals(first.toString(), second.toString());
    }

    @Test
    void moreSequencesThanFitAreRefused() {
        Corpus corpus = new Corpus();
        corpus.add(corpus());
        Failure failure = assertThrows(Failure.class, () -> new Estimator(corpus, 5, 0, 100).estimate());
        assertEquals(Failure.Kind.RESOURCES, failure.kind());
    }

    @Test
    void discountsFollowEquation26AndFallBackWhereCountsAreMissing() {
        // y = 10 / (10 + 2 · 5) = 0.5
        Discount discount = Discount.of(new long[] {0, 10, 5, 3, 2});
        assertEquals(1 - 2 * 0.5 * 5 / 10, discount.of(1), 1e-12);
        assertEquals(2 - 3 * 0.5 * 3 / 5, discount.of(2), 1e-12);
        assertEquals(3 - 4 * 0.5 * 2 / 3, discount.of(7), 1e-12);
        assertEquals(0, discount.of(0));
        assertEquals(Discount.FALLBACK, Discount.of(new long[] {0, 10, 5, 0, 2}));
        assertEquals(Discount.FALLBACK, Discount.of(new long[] {0, 1, 1, 9, 9}));
    }

    private static double total(Estimate estimate, int context) {
        int begin = context;
        while (estimate.corpus().word(begin) != Vocabulary.BEGIN) {
            begin--;
        }
        double total = 0;
        for (int word = 0; word < estimate.model().vocabulary().size(); word++) {
            if (word != Vocabulary.BEGIN) {
                Scorer scorer = new Scorer(estimate.model());
                scorer.begin();
                for (int i = begin + 1; i <= context; i++) {
                    scorer.next(estimate.corpus().word(i));
                }
                total += Math.pow(10, scorer.next(word));
            }
        }
        return total;
    }

    private static String randomText(Random random) {
        return IntStream.range(0, 15)
                .mapToObj(line -> random.ints(1 + random.nextInt(8), 0, 6)
                        .mapToObj(word -> Character.toString('a' + word * word % 7))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
