package lathe.ui.step.clean.ledger;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.ScoreWords;
import org.jspecify.annotations.Nullable;

/**
 * A stream from the records that were read, at the top, to those that stay, at the bottom; at each rule a branch leaves
 * it to the right. Widths are numbers of records (a Sankey diagram).
 */
final class FlowPicture extends Pane {
    private static final double ROW = 36;
    private static final double HEAD = 34;
    private static final double FOOT = 34;
    private static final double LEAST = 1.5;
    private static final double STREAM = 0.46;
    private static final double BRANCH_END = 0.56;

    private final Group shapes = new Group();
    private final Group words = new Group();
    private @Nullable Flow shown;
    private @Nullable Texts texts;

    FlowPicture() {
        setId("flow");
        getStyleClass().add("flow");
        setMinWidth(0);
        shapes.setManaged(false);
        words.setManaged(false);
        getChildren().addAll(shapes, words);
        widthProperty().addListener((property, before, now) -> draw());
    }

    void show(Flow flow, Texts newTexts) {
        shown = flow;
        texts = newTexts;
        double height = HEAD + ROW * Math.max(1, flow.steps().size()) + FOOT;
        setMinHeight(height);
        setPrefHeight(height);
        draw();
    }

    private void draw() {
        Flow flow = shown;
        Texts in = texts;
        shapes.getChildren().clear();
        words.getChildren().clear();
        if (flow == null || in == null || getWidth() <= 0) {
            return;
        }
        double full = getWidth() * STREAM;
        double unit = flow.read() == 0 ? 0 : full / flow.read();
        write(in.get("clean.flow.read", Numbers.whole(flow.read())), "flow-head", 0, 0);
        double y = HEAD;
        long left = flow.read();
        for (Flow.Step step : flow.steps()) {
            stream(0, (left - step.gone()) * unit, y, ROW, "flow-stream");
            if (step.gone() > 0) {
                branch((left - step.gone()) * unit, left * unit, y);
            }
            label(step, flow.read(), y);
            left -= step.gone();
            y += ROW;
        }
        stream(0, left * unit, y, 6, "flow-stream");
        stream(0, Math.max(left > 0 ? LEAST : 0, left * unit), y + 4, 6, "flow-kept");
        double share = flow.read() == 0 ? 1 : (double) left / flow.read();
        write(in.get("clean.flow.kept", Numbers.whole(left), ScoreWords.percent(share)), "flow-head", 0, y + 12);
    }

    private void stream(double from, double to, double y, double height, String style) {
        Region band = new Region();
        band.getStyleClass().add(style);
        // a group would give it the size that it prefers
        band.setManaged(false);
        band.resizeRelocate(from, y, to - from, height);
        shapes.getChildren().add(band);
    }

    /** What leaves: it runs down a little and off to the right, under its name. */
    private void branch(double from, double to, double y) {
        double width = Math.max(LEAST, to - from);
        double end = getWidth() * BRANCH_END;
        double height = Math.max(LEAST, Math.min(width, ROW * 0.6));
        double middle = y + ROW / 2;
        double bend = (end - to) / 2;
        Path path = new Path(
                new MoveTo(from, y),
                new LineTo(from + width, y),
                new CubicCurveTo(
                        from + width,
                        y + (ROW / 2 - height / 2),
                        to + bend,
                        middle - height / 2,
                        end,
                        middle - height / 2),
                new LineTo(end, middle + height / 2),
                new CubicCurveTo(to + bend, middle + height / 2, from, middle + height / 2, from, y),
                new ClosePath());
        path.getStyleClass().add("flow-branch");
        shapes.getChildren().add(path);
    }

    private void label(Flow.Step step, long read, double y) {
        double share = read == 0 ? 0 : (double) step.gone() / read;
        double at = getWidth() * BRANCH_END + 8;
        Label name = write(step.name(), step.gone() == 0 ? "flow-name-none" : "flow-name", at, y + 2);
        name.setMaxWidth(getWidth() - at);
        String gone = step.gone() == 0 ? "0" : "−" + Numbers.whole(step.gone()) + "  " + ScoreWords.percent(share);
        write(gone, "faint", at, y + 18);
    }

    private Label write(String text, String style, double x, double y) {
        Label label = Nodes.label(text, style);
        label.relocate(x, y);
        words.getChildren().add(label);
        return label;
    }
}
