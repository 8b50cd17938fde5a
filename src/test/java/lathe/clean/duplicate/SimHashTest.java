package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lathe.clean.rule.Duplicates;
import lathe.recipe.Flavour;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimHashTest {
    @TempDir
    Path scratch;

    @Test
    void aBitIsSetIfMostHashesHaveIt() {
        Random random = new Random(1);
        for (int size = 0; size < 70; size++) {
            long[] hashes = random.longs(size).toArray();
            long expected = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                int at = bit;
                long ones = Arrays.stream(hashes)
                        .filter(hash -> ((hash >>> at) & 1) == 1)
                        .count();
                expected |= 2 * ones > size ? 1L << bit : 0;
            }
            assertEquals(expected, SimHash.of(hashes), "of " + size);
        }
    }

    @Test
    void allPairsWithinTheDistanceShareAKey() {
        Random random = new Random(2);
        for (int[] shape : new int[][] {{6, 4}, {10, 8}, {1, 0}, {5, 4}, {16, 1}}) {
            long[] masks = SimHash.masks(shape[0], shape[1]);
            for (int i = 0; i < 200; i++) {
                long left = random.nextLong();
                long right = flipped(left, shape[1], random);
                assertTrue(Arrays.stream(masks).anyMatch(mask -> ((left ^ right) & mask) == 0));
            }
        }
    }

    private static long flipped(long value, int bits, Random random) {
        long flipped = value;
        for (int i = 0; i < bits; i++) {
            flipped ^= 1L << random.nextInt(Long.SIZE);
        }
        return flipped;
    }

    @Test
    void longTextsWithASmallEditAreTheSameAndOthersAreNot() throws IOException, Failure, RunCancelledException {
        PlantedSet planted = new PlantedSet();
        String en = planted.texts().get(0);
        String zh = planted.texts().get(planted.texts().size() - 1);
        Duplicates rule = new SimHashMeasure(Rules.simhash(3, 8, 10, Flavour.LATHE));
        List<String> texts =
                List.of(en, zh, en + "Extra!", zh + "多了。", planted.texts().get(50), "cat", "dog", "cat");

        assertEquals(List.of(0, 1, 0, 1, 4, 5, 6, 5), Rules.clusters(rule, texts, scratch));
    }

    @Test
    void blocksMustBeMoreThanTheDistanceAndKeysNotTooMany() {
        assertThrows(Failure.class, () -> new SimHashMeasure(Rules.simhash(6, 6, 6, Flavour.LATHE)));
        assertThrows(Failure.class, () -> new SimHashMeasure(Rules.simhash(6, 8, 16, Flavour.LATHE)));
        assertEquals(15, SimHash.choices(6, 4));
        assertEquals(45, SimHash.choices(10, 8));
    }
}
