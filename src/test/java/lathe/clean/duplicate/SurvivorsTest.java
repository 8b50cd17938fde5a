package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lathe.recipe.Survivor;
import org.junit.jupiter.api.Test;

class SurvivorsTest {
    /** Clusters 0 1 4 5 and 2 3; record 6 is alone. */
    private static final int[] ROOT = {0, 0, 2, 2, 0, 0, 6};

    private static final long[] LENGTH = {10, 30, 5, 5, 30, 20, 7};
    private static final int[] SOURCE = {2, 1, 0, 0, 1, 2, 2};
    private static final double[] PERPLEXITY = {Double.NaN, 90, 50, 50, 80, 80, Double.NaN};

    @Test
    void theRuleSaysWhoStaysAndOfEqualOnesTheFirst() {
        assertArrayEquals(new int[] {0, 0, 2, 2, 0, 0, 6}, of(Survivor.FIRST, all()));
        assertArrayEquals(new int[] {1, 1, 2, 2, 1, 1, 6}, of(Survivor.LONGEST, all()));
        assertArrayEquals(new int[] {1, 1, 2, 2, 1, 1, 6}, of(Survivor.SOURCE, all()));
        assertArrayEquals(new int[] {4, 4, 2, 2, 4, 4, 6}, of(Survivor.QUALITY, all()));
    }

    @Test
    void onlyRecordsThatAreKeptCanSurvive() {
        BitSet kept = new BitSet();
        kept.set(0);
        kept.set(5);

        assertArrayEquals(new int[] {0, 0, -1, -1, 0, 0, -1}, of(Survivor.FIRST, kept));
        assertArrayEquals(new int[] {5, 5, -1, -1, 5, 5, -1}, of(Survivor.LONGEST, kept));
        assertArrayEquals(new int[] {5, 5, -1, -1, 5, 5, -1}, of(Survivor.QUALITY, kept), "a known quality beats none");
    }

    @Test
    void withoutAnyPerplexityTheLongestStays() {
        int[] longest = of(Survivor.LONGEST, all());
        assertArrayEquals(longest, Survivors.of(Survivor.QUALITY, ROOT, all(), LENGTH, SOURCE, null));
        double[] none = new double[ROOT.length];
        Arrays.fill(none, Double.NaN);
        assertArrayEquals(longest, Survivors.of(Survivor.QUALITY, ROOT, all(), LENGTH, SOURCE, none));
    }

    @Test
    void sourcesThatAreNotListedComeLast() {
        assertEquals(1, Survivors.place(List.of("books", "web"), "web"));
        assertEquals(2, Survivors.place(List.of("books", "web"), "forum"));
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, ROOT.length);
        return all;
    }

    private static int[] of(Survivor keep, BitSet kept) {
        return Survivors.of(keep, ROOT, kept, LENGTH, SOURCE, PERPLEXITY);
    }
}
