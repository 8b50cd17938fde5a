package lathe.ui.kit.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import javafx.scene.layout.StackPane;
import lathe.run.StepMetrics;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Training and held-out loss over a run's steps. Raw values stay visible behind the smoothed curve. */
public final class LossChart extends StackPane {
    private static final double FIRST_WEIGHT = 0.8;
    private static final float THIN = 1f;
    private static final float THICK = 2f;
    private static final double DOT = 6;

    private final LossCurves curves = new LossCurves(FIRST_WEIGHT);
    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final SamplingXYLineRenderer rawLine = new SamplingXYLineRenderer();
    private final SamplingXYLineRenderer smoothLine = new SamplingXYLineRenderer();
    private final XYLineAndShapeRenderer heldLine = new XYLineAndShapeRenderer(true, true);
    private final ChartColours colours = new ChartColours(this::dress);
    private String stepName = "";
    private String lossName = "";
    private String stageName = "";

    public LossChart() {
        getStyleClass().add("chart-holder");
        plot.setDataset(0, curves.rawSet());
        plot.setDataset(1, curves.smoothSet());
        plot.setDataset(2, curves.heldSet());
        plot.setRenderer(0, rawLine);
        plot.setRenderer(1, smoothLine);
        plot.setRenderer(2, heldLine);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainAxis(new NumberAxis());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        setLogarithmic(false);
        rawLine.setDefaultStroke(new BasicStroke(THIN));
        smoothLine.setDefaultStroke(new BasicStroke(THICK));
        heldLine.setDefaultStroke(new BasicStroke(THICK));
        heldLine.setDefaultShape(new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        plain(rawLine);
        plain(smoothLine);
        plain(heldLine);
        ChartViewer viewer = new ChartViewer(chart);
        viewer.setMinSize(0, 0);
        getChildren().addAll(colours.probes());
        getChildren().add(viewer);
    }

    private static void plain(AbstractXYItemRenderer renderer) {
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setAutoPopulateSeriesShape(false);
    }

    /** Names the axes, and what the line at a stage's beginning says before its number. */
    public void name(String step, String loss, String stage) {
        stepName = step;
        lossName = loss;
        stageName = stage;
        dress();
    }

    /** Adds steps; call it at most ten times a second. */
    public void add(List<StepMetrics> steps) {
        int before = curves.starts().size();
        curves.add(steps);
        if (curves.starts().size() != before) {
            markStages();
        }
    }

    /** Takes back the steps after a checkpoint. */
    public void cut(int stage, long step) {
        curves.cut(stage, step);
        markStages();
    }

    public void clear() {
        curves.clear();
        markStages();
    }

    /** How much of the past the thick curve keeps: 0 is none. */
    public void smooth(double weight) {
        curves.smooth(weight);
    }

    /** Whether the loss axis is logarithmic. */
    public void setLogarithmic(boolean logarithmic) {
        plot.setRangeAxis(logarithmic ? new LogAxis() : linear());
        dress();
    }

    private static NumberAxis linear() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private void markStages() {
        plot.clearDomainMarkers();
        if (curves.starts().size() > 1) {
            curves.starts().forEach((stage, start) -> plot.addDomainMarker(marker(stage, start)));
        }
    }

    private ValueMarker marker(int stage, long start) {
        ValueMarker marker = new ValueMarker(start, colours.line(), new BasicStroke(THIN));
        marker.setLabel(" " + stageName + " " + (stage + 1));
        marker.setLabelFont(colours.nameFont());
        marker.setLabelPaint(colours.quiet());
        marker.setLabelBackgroundColor(colours.surface());
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return marker;
    }

    private void dress() {
        chart.setBackgroundPaint(colours.surface());
        plot.setBackgroundPaint(colours.surface());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(colours.line());
        plot.setRangeGridlineStroke(new BasicStroke(THIN));
        rawLine.setDefaultPaint(colours.faintAccent());
        smoothLine.setDefaultPaint(colours.accent());
        heldLine.setDefaultPaint(colours.held());
        dress(plot.getDomainAxis(), stepName);
        dress(plot.getRangeAxis(), lossName);
        markStages();
    }

    private void dress(ValueAxis axis, String name) {
        axis.setLabel(name);
        axis.setLabelFont(colours.nameFont());
        axis.setTickLabelFont(colours.tickFont());
        axis.setLabelPaint(colours.quiet());
        axis.setTickLabelPaint(colours.quiet());
        axis.setAxisLinePaint(colours.line());
        axis.setTickMarkPaint(colours.line());
    }
}
