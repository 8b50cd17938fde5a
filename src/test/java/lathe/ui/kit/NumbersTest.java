package lathe.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "2e-4, 2e-4",
        "1e-3, 1e-3",
        "0.05, 0.05",
        "0.65, 0.65",
        "1.0, 1",
        "10000, 10000",
        "1e9, 1e9",
        "3.25e-5, 3.25e-5",
        "-2e-4, -2e-4",
        "0, 0"
    })
    void settingsLookAsTheyAreTyped(double value, String shown) {
        assertEquals(shown, Numbers.typed(value));
        assertEquals(value, Double.parseDouble(Numbers.typed(value)));
    }

    @Test
    void countsAndTimesAreShort() {
        assertEquals("812", Numbers.compact(812));
        assertEquals("12.3 k", Numbers.compact(12_345));
        assertEquals("2.16 M", Numbers.compact(2_157_888));
        assertEquals("1.3 GiB", Numbers.bytes(1_400_000_000L));
        assertEquals("45 s", Numbers.duration(45.2));
        assertEquals("3:05", Numbers.duration(185));
        assertEquals("1:02:03", Numbers.duration(3723));
    }
}
