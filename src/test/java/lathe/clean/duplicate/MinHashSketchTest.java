package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinHashSketchTest {
    private static final int SIZE = 256;
    private static final MinHashSketch SKETCH = new MinHashSketch(SIZE);

    @Test
    void orderAndRepetitionOfShinglesDoNotCount() {
        assertArrayEquals(SKETCH.of(new long[] {1, 2, 3}), SKETCH.of(new long[] {3, 1, 2, 2, 1}));
    }

    /** The mean is right, and the spread no more than that of as many permutations, √(J(1−J)/256). */
    @Test
    void agreementEstimatesTheJaccardSimilarity() {
        Random random = new Random(1);
        for (int size : new int[] {3, 30, 600}) {
            double sum = 0;
            double squares = 0;
            int tries = size > 100 ? 100 : 300;
            int common = size * 2 / 3;
            double jaccard = common / (2.0 * size - common);
            for (int i = 0; i < tries; i++) {
                long[] left = random.longs(size).toArray();
                long[] right = random.longs(size).toArray();
                System.arraycopy(left, 0, right, 0, common);
                double error = agreement(SKETCH.of(left), SKETCH.of(right)) - jaccard;
                sum += error;
                squares += error * error;
            }
            double spread = Math.sqrt(jaccard * (1 - jaccard) / SIZE);
            assertEquals(0, sum / tries, 4 * spread / Math.sqrt(tries), "bias for " + size);
            assertTrue(Math.sqrt(squares / tries) < 1.1 * spread, "spread for " + size);
        }
    }

    @Test
    void eightBitsOfEachNumberTellWhetherTextsAreTheSame() {
        ByteSignature bytes = new ByteSignature(100, 0.8);
        long[] left = new Random(2).longs(100).toArray();
        long[] right = left.clone();
        for (int i = 0; i < 20; i++) {
            right[i] = left[i] ^ 0x55;
        }
        assertEquals(13, bytes.longs());
        assertTrue(!same(bytes, left, right), "80 of 100 agree: less than 0.8 once chance is taken off");
        right[0] = left[0];
        assertTrue(same(bytes, left, right), "81 of 100 agree");
        assertTrue(same(new ByteSignature(100, 1), left, left));
        assertTrue(!same(new ByteSignature(100, 1), left, right));
    }

    private static boolean same(ByteSignature bytes, long[] left, long[] right) {
        long[] packed = new long[2 * bytes.longs() + 1];
        bytes.write(left, packed, 0);
        bytes.write(right, packed, bytes.longs() + 1);
        return bytes.same(packed, 0, packed, bytes.longs() + 1);
    }

    private static double agreement(long[] left, long[] right) {
        int equal = 0;
        for (int i = 0; i < left.length; i++) {
            equal += left[i] == right[i] ? 1 : 0;
        }
        return (double) equal / left.length;
    }

    @Test
    void everyNumberIsFilledForOneShingleToo() {
        long[] one = SKETCH.of(new long[] {42});
        assertTrue(Arrays.stream(one).allMatch(value -> value != Long.MAX_VALUE));
        assertEquals(0, agreement(one, SKETCH.of(new long[] {43})), 0.02);
    }
}
