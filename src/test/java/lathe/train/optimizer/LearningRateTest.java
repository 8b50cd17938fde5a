package lathe.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TrainStage;
import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static final double EXACT = 1e-12;

    private static LearningRate of(String settings, long steps) throws Exception {
        Recipe recipe =
                RecipeYaml.read("lathe: 1\nname: n\ntrain: [{task: pretrain, learning-rate: 1, " + settings + "}]");
        return LearningRate.of(recipe.train().get(0), steps);
    }

    @Test
    void warmupIsStepsOrAShareOfThem() throws Exception {
        LearningRate steps = of("schedule: constant, warmup: 4", 100);
        assertEquals(0.2, steps.at(0), EXACT);
        assertEquals(0.8, steps.at(3), EXACT);
        assertEquals(1, steps.at(4), EXACT);
        LearningRate share = of("schedule: constant, warmup: 0.031", 100);
        assertEquals(4, share.warmup());
        assertEquals(0, of("warmup: 0", 100).warmup());
        assertEquals(1, of("warmup: 1", 100).warmup());
    }

    @Test
    void cosineAndLinearFallToTheirShare() throws Exception {
        LearningRate cosine = of("schedule: cosine, warmup: 0, minimum-ratio: 0.1", 100);
        assertEquals(1, cosine.at(0), EXACT);
        assertEquals(0.55, cosine.at(50), EXACT);
        assertEquals(0.1, cosine.at(100), EXACT);
        LearningRate linear = of("schedule: linear, warmup: 20", 100);
        assertEquals(1, linear.at(20), EXACT);
        assertEquals(0.25, linear.at(80), EXACT);
    }

    @Test
    void wsdRisesStaysAndFalls() throws Exception {
        LearningRate wsd = of("schedule: wsd, warmup: 10, decay-share: 0.2", 100);
        assertEquals(6.0 / 11, wsd.at(5), EXACT);
        assertEquals(1, wsd.at(10), EXACT);
        assertEquals(1, wsd.at(80), EXACT);
        assertEquals(0.5, wsd.at(90), EXACT);
        assertTrue(wsd.at(99) < 0.01);
        LearningRate all = of("schedule: wsd, warmup: 10, decay-share: 1", 100);
        assertEquals(1, all.at(10), EXACT);
        assertEquals(0.5, all.at(55), EXACT);
        assertEquals(TrainStage.Schedule.WSD, all.schedule());
    }

    @Test
    void theLossScaleHalvesOnOverflowAndDoublesAfterTwoThousandGoodSteps() {
        LossScale scale = LossScale.first(true);
        assertEquals(65_536, scale.value());
        scale.overflowed();
        scale.overflowed();
        assertEquals(16_384, scale.value());
        for (int i = 0; i < 1999; i++) {
            scale.passed();
        }
        LossScale resumed = new LossScale(true, scale.value(), scale.good());
        assertEquals(16_384, resumed.value());
        resumed.passed();
        assertEquals(32_768, resumed.value());
        assertEquals(0, resumed.good());
        for (int i = 0; i < 16; i++) {
            assertFalse(resumed.isExhausted());
            resumed.overflowed();
        }
        assertTrue(resumed.isExhausted());
        LossScale off = LossScale.first(false);
        off.passed();
        assertEquals(1, off.value());
    }
}
