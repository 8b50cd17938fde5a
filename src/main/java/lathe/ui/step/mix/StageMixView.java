package lathe.ui.step.mix;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.mix.SourceMix;
import lathe.mix.StageMix;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** What one stage sees of each source, as a small table. */
final class StageMixView extends VBox {
    private static final int COLUMNS = 7;
    private static final int BAR = 1;

    StageMixView(StageMix stage, Texts texts) {
        setSpacing(8);
        String title = texts.get("mix.stage", stage.stage() + 1, texts.get("choice.Task." + stage.task()));
        String amount = texts.get("mix.pass", stage.passDocuments(), stage.passTokens());
        getChildren()
                .addAll(
                        Nodes.spread(Nodes.label(title, "field-label"), Nodes.label(amount, "quiet")),
                        table(stage, texts));
    }

    private static GridPane table(StageMix stage, Texts texts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figures-grid");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i <= BAR ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == BAR ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(column);
        }
        List<String> heads = List.of("source", "share", "percent", "documents", "tokens", "heldOut", "truncated");
        for (int i = 0; i < COLUMNS; i++) {
            grid.add(Nodes.label(texts.get("mix.column." + heads.get(i)), "card-note"), i, 0);
        }
        for (SourceMix source : stage.sources()) {
            row(grid, source);
        }
        return grid;
    }

    private static void row(GridPane grid, SourceMix source) {
        int row = grid.getRowCount();
        ProgressBar bar = new ProgressBar(source.share());
        bar.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(
                row,
                new Label(source.source()),
                bar,
                new Label(String.format(Locale.ROOT, "%.1f %%", 100 * source.share())),
                number(source.documents()),
                number(source.tokens()),
                number(source.heldOut()),
                number(source.truncated()));
    }

    private static Label number(long value) {
        return new Label(Numbers.whole(value));
    }
}
