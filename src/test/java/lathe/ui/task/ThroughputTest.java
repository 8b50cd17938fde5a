package lathe.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThroughputTest {
    private static final long SECOND = 1_000_000_000L;

    private final Throughput speed = new Throughput();

    @Test
    void tellsSpeedAndTimeToGo() {
        take(0, 0, 0);
        assertFalse(speed.isKnown());
        assertTrue(Double.isNaN(speed.secondsLeft(1000)));
        take(SECOND, 100, 10);
        take(2 * SECOND, 200, 20);
        assertEquals(100, speed.perSecond());
        assertEquals(10, speed.recordsPerSecond());
        assertEquals(8, speed.secondsLeft(1000));
    }

    @Test
    void whatIsHeardAllAtOnceOfThePastCountsAsOne() {
        for (int i = 1; i <= 100; i++) {
            take(5 * SECOND, i * 1000L, i);
        }
        assertFalse(speed.isKnown());
        take(6 * SECOND, 100_500, 105);
        assertEquals(500, speed.perSecond());
    }

    @Test
    void forgetsWhatWasLongAgoAndTheJobBefore() {
        take(0, 100, 0);
        for (int second = 1; second <= 30; second++) {
            take(second * SECOND, 100 + 10L * second * second, 0);
        }
        assertTrue(speed.perSecond() > 500, () -> "" + speed.perSecond());
        take(31 * SECOND, 1, 0);
        assertFalse(speed.isKnown());
    }

    private void take(long nanos, long done, long records) {
        speed.take(new JobProgress("import", "reading", done, 1_000_000, "bytes", records), nanos);
    }
}
