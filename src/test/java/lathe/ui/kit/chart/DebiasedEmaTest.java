package lathe.ui.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DebiasedEmaTest {

    @Test
    void aConstantStaysWhatItIsFromTheFirstValue() {
        DebiasedEma average = new DebiasedEma(0.9);
        for (int i = 0; i < 20; i++) {
            assertEquals(3.5, average.add(3.5), 1e-12);
        }
    }

    /** Written out: (0.5·0.5·1 + 0.5·2) / (1 - 0.25) for 1, 2 at weight 0.5. */
    @Test
    void weighsThePastByItsAge() {
        DebiasedEma average = new DebiasedEma(0.5);
        assertEquals(1, average.add(1), 1e-12);
        assertEquals(5.0 / 3, average.add(2), 1e-12);
    }

    @Test
    void withoutWeightItIsTheValueAndWhatIsNoNumberIsPassedOver() {
        DebiasedEma average = new DebiasedEma(0);
        average.add(1);
        assertEquals(7, average.add(7), 0);
        assertEquals(7, average.add(Double.NaN), 0);
    }
}
