package lathe.ui.step.clean.score;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.Distribution;
import lathe.ui.step.clean.trial.ScoreWords;
import org.jspecify.annotations.Nullable;

/** How many records have which number, with a line for each bound: what lies beyond a line is drawn as gone. */
final class Histogram extends Pane {
    static final int BINS = 56;

    private static final double HEIGHT = 148;
    private static final double LABELS = 18;
    private static final double FLAGS = 44;
    private static final double LEAST_BAR = 2;
    private static final double TIP_MILLIS = 150;

    private final Group gone = new Group();
    private final Group kept = new Group();
    private final Rectangle window = new Rectangle();
    private final Region base = new Region();
    private final Group marks = new Group();
    private final Threshold lower = new Threshold(false);
    private final Threshold upper = new Threshold(true);
    private final int[] counts = new int[BINS];
    private Axis axis = new Axis(0, 1, false);
    private @Nullable Distribution shown;

    Histogram() {
        setId("histogram");
        getStyleClass().add("score-histogram");
        setMinHeight(HEIGHT + LABELS);
        setPrefHeight(HEIGHT + LABELS);
        setMinWidth(0);
        kept.setClip(window);
        gone.setManaged(false);
        kept.setManaged(false);
        base.getStyleClass().add("histogram-base");
        getChildren().addAll(gone, kept, base);
        getChildren().addAll(marks, lower, upper);
        marks.setManaged(false);
        for (int bin = 0; bin < BINS; bin++) {
            gone.getChildren().add(bar("score-bar-gone"));
            kept.getChildren().add(bar("score-bar"));
        }
    }

    private static Region bar(String style) {
        Region bar = new Region();
        bar.getStyleClass().add(style);
        // a group would give it the size that it prefers
        bar.setManaged(false);
        return bar;
    }

    Threshold lower() {
        return lower;
    }

    Threshold upper() {
        return upper;
    }

    /** Shows numbers and their bounds; an end that is null is open. The axis stays while a line is dragged. */
    void show(Distribution numbers, @Nullable Double min, @Nullable Double max, Texts texts) {
        if (numbers != shown || !holds(min, max)) {
            shown = numbers;
            if (!lower.isDragging() && !upper.isDragging()) {
                axis = Axis.of(numbers, min, max);
            }
            count(numbers, texts);
        }
        lower.show(axis, min);
        upper.show(axis, max);
        requestLayout();
    }

    private boolean holds(@Nullable Double min, @Nullable Double max) {
        return (min == null || min <= axis.high()) && (max == null || max <= axis.high());
    }

    private void count(Distribution numbers, Texts texts) {
        for (int bin = 0; bin < BINS; bin++) {
            double from = axis.value((double) bin / BINS);
            double to = axis.value((bin + 1.0) / BINS);
            boolean last = bin == BINS - 1;
            counts[bin] = (last ? numbers.size() : numbers.below(to)) - (bin == 0 ? 0 : numbers.below(from));
            Tooltip tip =
                    new Tooltip(texts.get("clean.bin", ScoreWords.number(from), ScoreWords.number(to), counts[bin]));
            tip.setShowDelay(Duration.millis(TIP_MILLIS));
            Tooltip.install(gone.getChildren().get(bin), tip);
            Tooltip.install(kept.getChildren().get(bin), tip);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double room = HEIGHT - FLAGS;
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        for (int bin = 0; bin < BINS; bin++) {
            double left = Math.round(width * bin / BINS);
            double right = Math.round(width * (bin + 1) / BINS);
            double height = counts[bin] == 0 ? 0 : Math.max(LEAST_BAR, room * counts[bin] / most);
            place((Region) gone.getChildren().get(bin), left, right, height);
            place((Region) kept.getChildren().get(bin), left, right, height);
        }
        base.resizeRelocate(0, HEIGHT - 1, width, 1);
        window.setX(lower.at() * width);
        window.setWidth(Math.max(0, (upper.at() - lower.at()) * width));
        window.setHeight(HEIGHT);
        place(lower, width);
        place(upper, width);
        label(width);
    }

    private static void place(Region bar, double left, double right, double height) {
        bar.resizeRelocate(left, HEIGHT - height, Math.max(1, right - left - 1), height);
    }

    private static void place(Threshold line, double width) {
        double grip = line.prefWidth(-1);
        line.resizeRelocate(line.at() * width - grip / 2, 0, grip, HEIGHT);
        line.requestLayout();
    }

    private void label(double width) {
        marks.getChildren().clear();
        for (double value : axis.ticks()) {
            Label tick = Nodes.label(ScoreWords.number(value), "histogram-label");
            marks.getChildren().add(tick);
            tick.applyCss();
            tick.autosize();
            double left = axis.at(value) * width - tick.getWidth() / 2;
            tick.relocate(Math.max(0, Math.min(width - tick.getWidth(), left)), HEIGHT + 3);
        }
    }
}
