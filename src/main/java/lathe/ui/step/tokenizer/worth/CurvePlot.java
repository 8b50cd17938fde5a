package lathe.ui.step.tokenizer.worth;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.tokenize.quality.SizeCurve;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;

/** Bytes per token for vocabularies of growing size: a bar each, as sizes double. */
final class CurvePlot extends HBox {
    private static final double HEIGHT = 96;

    CurvePlot() {
        setId("size-curve");
        getStyleClass().add("histogram");
    }

    void show(SizeCurve curve) {
        getChildren().clear();
        double most = curve.points().stream()
                .mapToDouble(SizeCurve.Point::bytesPerToken)
                .max()
                .orElse(1);
        curve.points().forEach(point -> getChildren().add(column(point, most)));
    }

    private static VBox column(SizeCurve.Point point, double most) {
        Region bar = new Region();
        bar.getStyleClass().add("histogram-bar");
        double height = Math.max(1, HEIGHT * point.bytesPerToken() / most);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        StackPane room = new StackPane(bar);
        room.setAlignment(Pos.BOTTOM_CENTER);
        room.setMinHeight(HEIGHT);
        Label value = Nodes.label(String.format(Locale.ROOT, "%.2f", point.bytesPerToken()), "histogram-label");
        VBox column = new VBox(2, value, room, Nodes.label(Numbers.compact(point.size()), "histogram-label"));
        column.setAlignment(Pos.BOTTOM_CENTER);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
