package lathe.ui.step.tokenizer.worth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import lathe.tokenize.quality.Slice;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** Parts of a corpus side by side, a row each; few enough for a grid. */
public final class SliceTable extends GridPane {
    private static final int MOST_ROWS = 12;
    private static final List<Column> COLUMNS = List.of(
            new Column("records", slice -> Numbers.whole(slice.records())),
            new Column("tokens", slice -> Numbers.compact((double) slice.tokens())),
            new Column("bytes-per-token", slice -> two(slice.bytesPerToken())),
            new Column("characters-per-token", slice -> two(slice.charactersPerToken())),
            new Column("tokens-per-word", slice -> two(slice.tokensPerWord())),
            new Column("cut", slice -> percent(slice.cutShare())),
            new Column("unknown", slice -> percent(slice.unknownShare())),
            new Column("fallback", slice -> percent(slice.fallbackShare())),
            new Column("partial", slice -> percent(slice.partialShare())));

    /** A figure with the name of its texts. */
    private record Column(String name, Function<Slice, String> figure) {}

    public SliceTable() {
        getStyleClass().add("slice-table");
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(56);
        getColumnConstraints().add(first);
        for (int i = 0; i < COLUMNS.size(); i++) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(numbers);
        }
    }

    /** Shows slices, the largest first. */
    public void show(String title, Map<String, Slice> slices, Texts texts) {
        getChildren().clear();
        add(Nodes.label(title, "slice-head"), 0, 0);
        for (int i = 0; i < COLUMNS.size(); i++) {
            Label head =
                    Nodes.label(texts.get("tokenizer.slice." + COLUMNS.get(i).name()), "slice-head");
            head.setTooltip(
                    new Tooltip(texts.get("tokenizer.slice." + COLUMNS.get(i).name() + ".help")));
            add(head, i + 1, 0);
        }
        int row = 1;
        for (Map.Entry<String, Slice> slice : largest(slices)) {
            add(Nodes.label(slice.getKey(), "slice-name"), 0, row);
            for (int i = 0; i < COLUMNS.size(); i++) {
                add(Nodes.label(COLUMNS.get(i).figure().apply(slice.getValue()), "slice-figure"), i + 1, row);
            }
            row++;
        }
    }

    private static List<Map.Entry<String, Slice>> largest(Map<String, Slice> slices) {
        return slices.entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().tokens(), a.getValue().tokens()))
                .limit(MOST_ROWS)
                .toList();
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
