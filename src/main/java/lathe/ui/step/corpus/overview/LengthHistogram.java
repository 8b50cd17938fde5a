package lathe.ui.step.corpus.overview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lathe.data.browse.SourceSummary;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** How many records are how long: a bar for each range, ranges growing as 1, 2, 5, 10. */
final class LengthHistogram extends HBox {
    private static final double HEIGHT = 96;
    private static final double LEAST_BAR = 2;
    private static final int MOST_LABELS = 9;
    private static final double TIP_MILLIS = 150;

    LengthHistogram(List<SourceSummary.Bin> bins, Texts texts) {
        getStyleClass().add("histogram");
        long most = bins.stream().mapToLong(SourceSummary.Bin::records).max().orElse(1);
        for (int i = 0; i < bins.size(); i++) {
            boolean labelled =
                    bins.size() <= MOST_LABELS || isPowerOfTen(bins.get(i).from());
            getChildren().add(column(bins.get(i), most, labelled, texts));
        }
        setAccessibleText(texts.get("overview.lengths"));
    }

    private static VBox column(SourceSummary.Bin bin, long most, boolean labelled, Texts texts) {
        Region bar = new Region();
        bar.getStyleClass().add("histogram-bar");
        double height = bin.records() == 0 ? 0 : Math.max(LEAST_BAR, HEIGHT * bin.records() / most);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        StackPane room = new StackPane(bar);
        room.setAlignment(Pos.BOTTOM_CENTER);
        room.setMinHeight(HEIGHT);
        Tooltip tip = new Tooltip(texts.get(
                "overview.bin", Numbers.compact(bin.from()), Numbers.compact(bin.to()), Numbers.whole(bin.records())));
        tip.setShowDelay(Duration.millis(TIP_MILLIS));
        Tooltip.install(room, tip);
        Label from = Nodes.label(labelled ? Numbers.compact(bin.from()) : "", "histogram-label");
        from.setMinWidth(0);
        VBox column = new VBox(room, from);
        column.setMinWidth(0);
        column.setPrefWidth(20);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static boolean isPowerOfTen(int number) {
        int left = number;
        while (left > 1 && left % 10 == 0) {
            left /= 10;
        }
        return left <= 1;
    }
}
