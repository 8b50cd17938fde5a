package lathe.ui.step.corpus.records;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import lathe.data.browse.RecordQuery;
import lathe.data.browse.RecordRow;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.place.Place;

/** The columns of the table of records. A click on a head asks for another order; the table sorts nothing itself. */
final class RecordColumns {
    private static final double ROW_HEIGHT = 30;

    private final Map<RecordQuery.Sort, TableColumn<RecordRow, String>> sortable =
            new EnumMap<>(RecordQuery.Sort.class);
    private final TableView<RecordRow> table;
    private final Texts texts;
    private boolean showing;

    RecordColumns(TableView<RecordRow> table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    void prepare(RecordsViewModel model) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<RecordRow, String> excerpt = column("excerpt", 300, RecordRow::excerpt);
        excerpt.setMinWidth(140);
        TableColumn<RecordRow, String> place = column("place", 130, row -> placeName(row));
        excerpt.setSortable(false);
        place.setSortable(false);
        place.setCellFactory(column -> new PlaceCell());
        table.getColumns()
                .setAll(List.of(
                        number(sorted(
                                RecordQuery.Sort.POSITION, "number", 74, row -> Numbers.whole(row.record() + 1L))),
                        sorted(RecordQuery.Sort.SOURCE, "source", 92, RecordRow::source),
                        excerpt,
                        number(sorted(
                                RecordQuery.Sort.CHARACTERS, "characters", 88, row -> Numbers.whole(row.characters()))),
                        number(sorted(RecordQuery.Sort.TURNS, "turns", 62, row -> turns(row))),
                        sorted(RecordQuery.Sort.SCRIPT, "script", 76, row -> script(row)),
                        place));
        table.setSortPolicy(sorted -> {
            if (!showing) {
                sort(model);
            }
            return true;
        });
        // a double click between heads would read every row to find the widest
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() > 1 && event.getTarget() instanceof Rectangle) {
                event.consume();
            }
        });
    }

    /** Shows other rows. A table forgets its order with its rows: here they come in that order already. */
    void show(ObservableList<RecordRow> rows) {
        showing = true;
        List<TableColumn<RecordRow, ?>> order = List.copyOf(table.getSortOrder());
        table.setItems(rows);
        table.getSortOrder().setAll(order);
        showing = false;
    }

    private void sort(RecordsViewModel model) {
        if (table.getSortOrder().isEmpty()) {
            model.sort(RecordQuery.Sort.POSITION, false);
            return;
        }
        TableColumn<RecordRow, ?> first = table.getSortOrder().get(0);
        sortable.forEach((sort, column) -> {
            if (column == first) {
                model.sort(sort, column.getSortType() == TableColumn.SortType.DESCENDING);
            }
        });
    }

    private static String placeName(RecordRow row) {
        return row.file().isEmpty() ? "" : Place.shortName(row.file(), row.line());
    }

    private static String turns(RecordRow row) {
        return row.turns() == 0 ? "–" : String.valueOf(row.turns());
    }

    private String script(RecordRow row) {
        return texts.orElse("script." + row.script(), row.script().name());
    }

    private TableColumn<RecordRow, String> sorted(
            RecordQuery.Sort sort, String key, double width, Function<RecordRow, String> value) {
        TableColumn<RecordRow, String> column = column(key, width, value);
        column.setMinWidth(width * 0.7);
        sortable.put(sort, column);
        return column;
    }

    private TableColumn<RecordRow, String> column(String key, double width, Function<RecordRow, String> value) {
        TableColumn<RecordRow, String> column = new TableColumn<>(texts.orElse("records.column." + key, key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(Objects.requireNonNull(row.getValue()))));
        return column;
    }

    private static TableColumn<RecordRow, String> number(TableColumn<RecordRow, String> column) {
        column.getStyleClass().add("number-cell");
        return column;
    }

    /** Shows the end of a name, which tells files apart, and the whole path on hover. */
    private static final class PlaceCell extends TableCell<RecordRow, String> {
        private final Tooltip tip = new Tooltip();

        @Override
        protected void updateItem(String place, boolean empty) {
            super.updateItem(place, empty);
            RecordRow row = empty ? null : getTableRow().getItem();
            setText(row == null ? null : place);
            setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
            tip.setText(row == null ? "" : row.file());
            setTooltip(row == null ? null : tip);
        }
    }
}
