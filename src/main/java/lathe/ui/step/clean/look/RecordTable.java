package lathe.ui.step.clean.look;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import lathe.recipe.Rule;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** The columns of the table of records. */
final class RecordTable {
    private static final double LEAST_WIDTH = 76;

    private RecordTable() {}

    /** Puts the columns there once; rules' names are looked up as they are now. */
    static void prepare(TableView<RecordLine> table, Texts texts, List<Rule> rules) {
        table.setUserData(rules);
        if (!table.getColumns().isEmpty()) {
            return;
        }
        TableColumn<RecordLine, String> fate =
                column(texts.get("clean.column.fate"), line -> fate(line, table, texts), 130, 124);
        fate.setCellFactory(column -> new FateCell());
        table.getColumns()
                .setAll(List.of(
                        fate,
                        column(texts.get("clean.column.source"), RecordLine::source, 90, LEAST_WIDTH),
                        column(texts.get("clean.column.text"), RecordLine::start, 420, LEAST_WIDTH)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** Kept, or the rule that took the record out. */
    private static String fate(RecordLine line, TableView<RecordLine> table, Texts texts) {
        boolean known = table.getUserData() instanceof List<?> rules && line.place() < rules.size();
        if (line.kept() || !known) {
            return texts.get("clean.kept");
        }
        Rule rule = (Rule) ((List<?>) table.getUserData()).get(line.place());
        return texts.get("rule." + rule.label());
    }

    private static TableColumn<RecordLine, String> column(
            String title, Function<RecordLine, String> value, double width, double least) {
        TableColumn<RecordLine, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> RecordsTab.property(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        return column;
    }

    /** Says in colour whether a record stays. */
    private static final class FateCell extends TableCell<RecordLine, String> {
        @Override
        protected void updateItem(String fate, boolean empty) {
            super.updateItem(fate, empty);
            RecordLine line = empty ? null : getTableRow().getItem();
            setGraphic(
                    line == null || fate == null
                            ? null
                            : Nodes.label(fate, "chip", "chip-small", line.kept() ? "chip-done" : "chip-failed"));
        }
    }
}
