package lathe.ui.step.corpus.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;

/** Parts of a whole as one bar, with a legend; small parts are put together. */
final class ShareBar extends VBox {
    private static final int COLOURS = 6;
    private static final double LEAST_WIDTH = 2;

    private final HBox bar = new HBox();
    private final FlowPane legend = new FlowPane();

    ShareBar() {
        getStyleClass().add("share-bar");
        bar.getStyleClass().add("share-track");
        bar.setMinWidth(0);
        legend.getStyleClass().add("share-legend");
        getChildren().addAll(bar, legend);
    }

    /**
     * Shows the parts.
     *
     * @param counts largest first
     * @param other what is said of those beyond the fifth
     */
    void show(Map<String, Long> counts, String other) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        bar.getChildren().clear();
        legend.getChildren().clear();
        List<Map.Entry<String, Long>> parts = new ArrayList<>(counts.entrySet());
        int shown = parts.size() > COLOURS ? COLOURS - 1 : parts.size();
        long left = all;
        for (int i = 0; i < shown; i++) {
            add(i, parts.get(i).getKey(), parts.get(i).getValue(), all);
            left -= parts.get(i).getValue();
        }
        if (left > 0) {
            add(COLOURS - 1, other, left, all);
        }
    }

    private void add(int colour, String name, long count, long all) {
        if (count == 0) {
            return;
        }
        double share = (double) count / all;
        String words = name + "  " + percent(share);
        Region part = new Region();
        part.getStyleClass().addAll("share-part", "share-" + colour);
        part.setMinWidth(LEAST_WIDTH);
        part.prefWidthProperty().bind(bar.widthProperty().multiply(share));
        Tooltip.install(part, new Tooltip(words + "  (" + Numbers.whole(count) + ")"));
        bar.getChildren().add(part);
        Region dot = new Region();
        dot.getStyleClass().addAll("share-dot", "share-" + colour);
        HBox entry = new HBox(dot, Nodes.label(words, "share-name"));
        entry.getStyleClass().add("share-entry");
        legend.getChildren().add(entry);
    }

    /** With a digit more where a whole number would say none or all. */
    static String percent(double share) {
        boolean fine = share < 0.01 || (share > 0.99 && share < 1);
        return share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", share * 100);
    }
}
