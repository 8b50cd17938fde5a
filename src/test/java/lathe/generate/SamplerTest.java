package lathe.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SamplerTest {
    /** Probabilities 0.1, 0.6, 0.3. */
    private static final float[] SCORES = {(float) Math.log(0.1), (float) Math.log(0.6), (float) Math.log(0.3)};

    private static int[] counts(double temperature, double topP) {
        Sampler sampler = new Sampler(new GenerateOptions(1, temperature, topP, 1));
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
}
