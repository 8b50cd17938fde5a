package lathe.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.run.StepMetrics;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A run's losses as curves over all its steps: stage after stage on one axis. */
final class LossCurves {
    private final XYSeries raw = series("raw");
    private final XYSeries smooth = series("smooth");
    private final XYSeries held = series("held-out");
    private final XYSeriesCollection rawSet = new XYSeriesCollection(raw);
    private final XYSeriesCollection smoothSet = new XYSeriesCollection(smooth);
    private final XYSeriesCollection heldSet = new XYSeriesCollection(held);
    private final List<StepMetrics> steps = new ArrayList<>();
    private final TreeMap<Integer, Long> starts = new TreeMap<>();
    private double weight;
    private DebiasedEma average;
    private long last;

    LossCurves(double weight) {
        this.weight = weight;
        average = new DebiasedEma(weight);
    }

    XYSeriesCollection rawSet() {
        return rawSet;
    }

    XYSeriesCollection smoothSet() {
        return smoothSet;
    }

    XYSeriesCollection heldSet() {
        return heldSet;
    }

    /** Where each stage begins on the axis. */
    Map<Integer, Long> starts() {
        return starts;
    }

    /** Adds steps, and has them drawn once. */
    void add(List<StepMetrics> more) {
        List<XYSeries> all = List.of(raw, smooth, held);
        all.forEach(series -> series.setNotify(false));
        more.forEach(this::add);
        all.forEach(series -> series.setNotify(true));
    }

    /** Forgets the steps after a checkpoint: they are computed anew. */
    void cut(int stage, long step) {
        List<StepMetrics> kept = steps.stream()
                .filter(m -> m.stage() < stage || (m.stage() == stage && m.step() <= step))
                .toList();
        rebuild(kept);
    }

    void clear() {
        rebuild(List.of());
    }

    void smooth(double newWeight) {
        weight = newWeight;
        rebuild(List.copyOf(steps));
    }

    private void rebuild(List<StepMetrics> kept) {
        steps.clear();
        starts.clear();
        last = 0;
        average = new DebiasedEma(weight);
        List.of(raw, smooth, held).forEach(XYSeries::clear);
        add(kept);
    }

    private void add(StepMetrics m) {
        if (!starts.containsKey(m.stage())) {
            starts.put(m.stage(), last);
            average = new DebiasedEma(weight);
            // a gap, so that no line joins the end of a stage to the start of the next
            raw.add((double) last, Double.NaN, false);
            smooth.add((double) last, Double.NaN, false);
            held.add((double) last, Double.NaN, false);
        }
        steps.add(m);
        last = starts.get(m.stage()) + m.step();
        raw.add((double) last, m.loss(), false);
        smooth.add((double) last, average.add(m.loss()), false);
        if (m.evalLoss() != null) {
            held.add((double) last, m.evalLoss().doubleValue(), false);
        }
    }

    private static XYSeries series(String name) {
        return new XYSeries(name, false, true);
    }
}
