package lathe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void countsAddUpAndMerge() {
        Ledger.Counter counter = new Ledger.Counter();
        counter.keep(3);
        counter.reject("bad-json");
        counter.drop("language");
        counter.change("whitespace");
        Ledger.Counter all = new Ledger.Counter();
        all.add(counter.total());
        all.add(counter.total());

        assertEquals(
                new Ledger(6, 2, Map.of("bad-json", 2L), Map.of("language", 2L), Map.of("whitespace", 2L), 6),
                all.total());
    }

    @Test
    void anAccountThatDoesNotAddUpIsRefused() {
        assertThrows(
                IllegalStateException.class, () -> new Ledger(3, 1, Map.of("bad-json", 1L), Map.of(), Map.of(), 1));
    }

    @Test
    void streamsOfRandomNumbersDependOnSeedAndPurposeOnly() {
        assertEquals(
                Randoms.stream(1, "a", 2).nextLong(), Randoms.stream(1, "a", 2).nextLong());
        org.junit.jupiter.api.Assertions.assertNotEquals(
                Randoms.stream(1, "a", 2).nextLong(), Randoms.stream(1, "a", 3).nextLong());
    }
}
