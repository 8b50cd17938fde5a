package lathe.ui.kit.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyRowsTest {
    private final List<Integer> read = new ArrayList<>();

    @Test
    void readsOnlyWhatIsLookedAtAndEachOnce() {
        LazyRows<String> rows = million();
        assertEquals(1_000_000, rows.size());
        assertEquals("row 999999", rows.get(0));
        assertEquals("row 0", rows.get(999_999));
        assertEquals("row 999999", rows.get(0));
        assertEquals(List.of(999_999, 0), read);
    }

    @Test
    void keepsTheLastFewHundred() {
        LazyRows<String> rows = million();
        for (int i = 0; i < 2000; i++) {
            rows.get(i);
        }
        read.clear();
        rows.get(1999);
        rows.get(1600);
        assertEquals(List.of(), read);
        rows.get(0);
        assertEquals(1, read.size());
    }

    @Test
    void findsARowWithoutReading() {
        LazyRows<String> rows = million();
        assertEquals(1, rows.indexOf("row 999998"));
        assertEquals(999_999, rows.lastIndexOf("row 0"));
        assertTrue(rows.contains("row 7"));
        assertFalse(rows.contains("row 1000000"));
        assertEquals(-1, rows.indexOf(null));
        assertEquals(List.of(), read);
    }

    @Test
    void comparingTwoListsReadsNothing() {
        LazyRows<String> rows = million();
        LazyRows<String> same = million();
        assertNotEquals(rows, same);
        assertEquals(rows, rows);
        assertEquals(rows.hashCode(), rows.hashCode());
        assertEquals("1000000 rows", rows.toString());
        assertEquals(List.of(), read);
    }

    @Test
    void aRowThatCannotBeReadIsReplaced() {
        LazyRows<String> rows = new LazyRows<>(
                new int[] {5},
                number -> {
                    throw new IOException("gone");
                },
                String::length,
                number -> "? " + number);
        assertEquals("? 5", rows.get(0));
    }

    private LazyRows<String> million() {
        int[] numbers = IntStream.range(0, 1_000_000).map(i -> 999_999 - i).toArray();
        return new LazyRows<>(
                numbers,
                number -> {
                    read.add(number);
                    return "row " + number;
                },
                row -> Integer.parseInt(row.substring(4)),
                number -> "?");
    }
}
