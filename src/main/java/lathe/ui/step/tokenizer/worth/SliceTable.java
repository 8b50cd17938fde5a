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
    private static final String NOTHING = percent(0);
    private static final List<Column> COLUMNS = List.of(
            new Column("records", slice -> Numbers.compact((double) slice.records())),
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

    /** Shows slices, the largest first; shares that are nowhere above nothing are left out. */
    public void show(String title, Map<String, Slice> slices, Texts texts) {
        getChildren().clear();
        List<Map.Entry<String, Slice>> shown = largest(slices);
        List<Column> columns = COLUMNS.stream()
                .filter(column -> shown.stream()
                        .anyMatch(slice ->
                                !column.figure().apply(slice.getValue()).equals(NOTHING)))
                .toList();
        cell(title, "slice-head", 0, 0);
        for (int i = 0; i < columns.size(); i++) {
            String name = "tokenizer.slice." + columns.get(i).name();
            cell(texts.get(name), "slice-head", i + 1, 0).setTooltip(new Tooltip(texts.get(name + ".help")));
        }
        for (int row = 0; row < shown.size(); row++) {
            cell(shown.get(row).getKey(), "slice-name", 0, row + 1);
            for (int i = 0; i < columns.size(); i++) {
                String figure = columns.get(i).figure().apply(shown.get(row).getValue());
                cell(figure, "slice-figure", i + 1, row + 1);
            }
        }
    }

    private Label cell(String text, String style, int column, int row) {
        Label label = Nodes.label(text, style);
        // a number with its end cut off would be another number
        label.setMinWidth(USE_PREF_SIZE);
        add(label, column, row);
        return label;
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
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
