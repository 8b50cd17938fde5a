package lathe.ui.kit.chart;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import lathe.ui.kit.Nodes;

/** What the colours of a loss chart mean. */
public final class ChartLegend {
    private ChartLegend() {}

    /** Puts the legend into a row. */
    public static void fill(Pane row, String train, String heldOut) {
        row.getChildren()
                .setAll(
                        line("-lathe-accent"),
                        Nodes.label(train, "card-note"),
                        line("-lathe-held"),
                        Nodes.label(heldOut, "card-note"));
    }

    private static Region line(String colour) {
        Region line = new Region();
        line.getStyleClass().add("legend-line");
        line.setStyle("-fx-background-color: " + colour + ";");
        return line;
    }
}
