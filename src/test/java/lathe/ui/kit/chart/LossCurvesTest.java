package lathe.ui.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossCurvesTest {

    @Test
    void stagesFollowEachOtherOnOneAxis() {
        LossCurves curves = new LossCurves(0);
        curves.add(steps(0, 1, 10));
        curves.add(steps(1, 1, 5));
        assertEquals(Map.of(0, 0L, 1, 10L), curves.starts());
        assertEquals(15, curves.rawSet().getSeries(0).getMaxX());
    }

    @Test
    void aResumedRunHasEveryStepOnce() {
        LossCurves undisturbed = new LossCurves(0.8);
        undisturbed.add(steps(0, 1, 20));
        LossCurves resumed = new LossCurves(0.8);
        resumed.add(steps(0, 1, 14));
        resumed.cut(0, 10);
        resumed.add(steps(0, 11, 20));
        assertEquals(
                undisturbed.smoothSet().getSeries(0).getItems(),
                resumed.smoothSet().getSeries(0).getItems());
        assertEquals(
                undisturbed.rawSet().getSeries(0).getItems(),
                resumed.rawSet().getSeries(0).getItems());
    }

    @Test
    void heldOutLossesStandWhereTheyWereMeasured() {
        LossCurves curves = new LossCurves(0);
        curves.add(List.of(step(0, 1, null), step(0, 2, 3.5)));
        assertEquals(2, curves.heldSet().getSeries(0).getMaxX());
        assertEquals(3.5, curves.heldSet().getSeries(0).getMaxY());
    }

    private static List<StepMetrics> steps(int stage, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(step -> step(stage, step, null))
                .toList();
    }

    private static StepMetrics step(int stage, long step, @Nullable Double evalLoss) {
        return new StepMetrics(stage, step, 0, 0, 5.0 / step, 1e-3, 1, 100, 1, step, evalLoss);
    }
}
