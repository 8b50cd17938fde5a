package lathe.ui.kit;

import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An account as bars: what was kept, and what was not, by reason. The bars add up to all that was read. */
public final class LedgerView extends VBox {
    private static final double LEAST_BAR = 3;

    public LedgerView() {
        getStyleClass().add("ledger");
        setSpacing(6);
    }

    /**
     * Shows an account.
     *
     * @param keptName what the kept ones are called
     * @param gone what was taken out, by reason
     * @param names how the user reads a reason
     */
    public void show(String keptName, long kept, Map<String, Long> gone, UnaryOperator<String> names) {
        long all = kept + gone.values().stream().mapToLong(Long::longValue).sum();
        getChildren().setAll(row(keptName, kept, all, "ledger-good"));
        gone.forEach((reason, count) -> getChildren().add(row(names.apply(reason), count, all, "ledger-bad")));
    }

    private static HBox row(String name, long count, long all, String style) {
        StackPane track = new StackPane();
        track.getStyleClass().add("ledger-track");
        track.setMinWidth(0);
        HBox.setHgrow(track, Priority.ALWAYS);
        Region bar = new Region();
        bar.getStyleClass().addAll("ledger-bar", style);
        StackPane.setAlignment(bar, javafx.geometry.Pos.CENTER_LEFT);
        double share = all == 0 ? 0 : (double) count / all;
        double least = count == 0 ? 0 : LEAST_BAR;
        bar.maxWidthProperty().bind(track.widthProperty().multiply(share).add(least));
        track.getChildren().add(bar);
        HBox row = new HBox(
                Nodes.label(name, "ledger-name"),
                track,
                Nodes.label(Numbers.whole(count), "ledger-count"),
                Nodes.label(percent(share), "ledger-count", "quiet"));
        row.getStyleClass().add("ledger-row");
        return row;
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f %%", share * 100);
    }
}
