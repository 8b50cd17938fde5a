package lathe.ui.step.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lathe.run.StepMetrics;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void promisesThePaceOfTheLastSteps() {
        Pace pace = new Pace();
        for (int step = 1; step <= 10; step++) {
            pace.add(step(0, step, 6.0 * step));
        }
        assertEquals(540, pace.secondsUntil(100).orElseThrow(), 1e-9);
    }

    /** 900 of 1000 steps were made in another life: only the steps since then count. */
    @Test
    void aResumedRunIsNotPromisedStepsItNeverMade() {
        Pace pace = new Pace();
        pace.add(step(0, 899, 10));
        pace.add(step(0, 900, 11));
        pace.restart();
        pace.add(step(0, 901, 5000));
        assertTrue(pace.secondsUntil(1000).isEmpty());
        pace.add(step(0, 902, 5006));
        assertEquals(98 * 6, pace.secondsUntil(1000).orElseThrow(), 1e-9);
    }

    @Test
    void anotherStageBeginsAnew() {
        Pace pace = new Pace();
        pace.add(step(0, 1, 1));
        pace.add(step(0, 2, 2));
        pace.add(step(1, 1, 50));
        assertTrue(pace.secondsUntil(10).isEmpty());
    }

    private static StepMetrics step(int stage, long step, double time) {
        return new StepMetrics(stage, step, 0, 0, 1, 1e-3, 1, 100, 1, time, null);
    }
}
