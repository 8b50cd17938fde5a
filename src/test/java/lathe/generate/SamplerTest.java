package lathe.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SamplerTest {
    /** Probabilities 0.1, 0.6, 0.3. */
    private static final float[] SCORES = {(float) Math.log(0.1), (float) Math.log(0.6), (float) Math.log(0.3)};

    private static int[] counts(double temperature, double topP) {
        return counts(GenerateOptions.sampled(1, temperature, topP, 1));
    }

    private static int[] counts(GenerateOptions options) {
        Sampler sampler = new Sampler(options);
        int[] counts = new int[SCORES.length];
        for (int i = 0; i < 10_000; i++) {
            counts[sampler.choose(SCORES)]++;
        }
        return counts;
    }

    @Test
    void tokensComeWithTheirProbabilities() {
        int[] counts = counts(1, 1);
        assertEquals(1000, counts[0], 120);
        assertEquals(6000, counts[1], 200);
        assertEquals(3000, counts[2], 200);
    }

    @Test
    void nucleusKeepsTheLikeliestThatReachItsShare() {
        int[] counts = counts(1, 0.7);
        assertEquals(0, counts[0]);
        assertEquals(6667, counts[1], 200);
        assertEquals(10_000, counts(1, 0.5)[1]);
        assertEquals(10_000, counts(1, 0)[1]);
    }

    @Test
    void temperatureSpreadsTheChoice() {
        assertEquals(10_000, counts(0, 1)[1]);
        assertTrue(counts(5, 1)[0] > 2000);
        assertTrue(counts(0.2, 1)[1] > 9500);
    }

    @Test
    void topKKeepsSoMany() {
        assertEquals(0, counts(GenerateOptions.sampled(1, 1, 1, 1).withTopK(2))[0]);
        assertEquals(10_000, counts(GenerateOptions.sampled(1, 1, 1, 1).withTopK(1))[1]);
        // two thirds of what the two likeliest have is the likeliest alone
        assertEquals(10_000, counts(GenerateOptions.sampled(1, 1, 0.66, 1).withTopK(2))[1]);
    }

    @Test
    void ofEqualTokensTheFirstIsLikeliest() {
        float[] equal = new float[5];
        Sampler sampler = new Sampler(GenerateOptions.sampled(1, 1, 1, 1).withTopK(1));
        assertEquals(0, sampler.choose(equal));
    }

    @Test
    void whatStandsThereIsLessLikely() {
        Sampler sampler = new Sampler(GenerateOptions.greedy(9).withRepetitionPenalty(2), 3);
        // 4 of the prompt falls to 2; what was taken falls, too, and below zero it falls by growing
        assertEquals(0, sampler.choose(new float[] {3, 1, -1, 4}));
        assertEquals(3, sampler.choose(new float[] {3, 1, -1, 4}));
        assertEquals(1, sampler.choose(new float[] {-1, -1.5f, -9, -8}));
    }
}
