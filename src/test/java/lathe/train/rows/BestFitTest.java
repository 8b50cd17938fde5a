package lathe.train.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Packing as TRL's bfd. */
class BestFitTest {

    /** The example of TRL's own tests: lengths 4 (cut from 5), 2, 4, 1 into rows of 4. */
    @Test
    void longestComeFirstAndFillTheTightestBin() {
        assertEquals(List.of(List.of(0), List.of(2), List.of(1, 3)), BestFit.pack(new int[] {4, 2, 4, 1}, 4));
    }

    @Test
    void tightestBinIsTakenAndTheOldestOfEquals() {
        assertEquals(List.of(List.of(1, 4), List.of(0, 3), List.of(2)), BestFit.pack(new int[] {6, 7, 6, 4, 3}, 10));
    }

    @Test
    void everythingIsPackedOnceAndNothingOverflows() {
        Random random = new Random(5);
        int[] sizes = IntStream.range(0, 500).map(i -> 1 + random.nextInt(64)).toArray();
        List<List<Integer>> bins = BestFit.pack(sizes, 64);
        assertEquals(
                IntStream.range(0, 500).boxed().toList(),
                bins.stream().flatMap(List::stream).sorted().toList());
        for (List<Integer> bin : bins) {
            assertTrue(bin.stream().mapToInt(i -> sizes[i]).sum() <= 64);
        }
        int least = (IntStream.of(sizes).sum() + 63) / 64;
        assertTrue(bins.size() <= least * 11 / 9 + 1, bins.size() + " bins, at least " + least);
    }
}
