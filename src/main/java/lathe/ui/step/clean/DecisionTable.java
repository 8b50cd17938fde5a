package lathe.ui.step.clean;

import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import lathe.clean.Decision;
import lathe.data.Dropped;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** The columns of the table of records and what became of them. */
final class DecisionTable {
    private static final int EXCERPT = 120;

    private DecisionTable() {}

    static void prepare(TableView<Decision> table, Texts texts) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Decision, String> fate = column(texts.get("clean.column.fate"), d -> fate(d, texts));
        fate.setPrefWidth(130);
        fate.setMaxWidth(150);
        fate.setCellFactory(column -> new FateCell());
        TableColumn<Decision, String> source =
                column(texts.get("clean.column.source"), d -> d.document().source());
        source.setPrefWidth(90);
        source.setMaxWidth(100);
        TableColumn<Decision, String> text = column(texts.get("clean.column.text"), DecisionTable::excerpt);
        table.getColumns().setAll(java.util.List.of(fate, source, text));
    }

    /** Kept, or the rule that took the record out. */
    static String fate(Decision decision, Texts texts) {
        Dropped dropped = decision.dropped();
        return dropped == null ? texts.get("clean.kept") : texts.orElse("rule." + dropped.rule(), dropped.rule());
    }

    private static String excerpt(Decision decision) {
        String text = decision.document().content().replaceAll("\\s+", " ");
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static TableColumn<Decision, String> column(String title, Function<Decision, String> value) {
        TableColumn<Decision, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        return column;
    }

    /** Says in colour whether a record stays. */
    private static final class FateCell extends TableCell<Decision, String> {
        @Override
        protected void updateItem(String fate, boolean empty) {
            super.updateItem(fate, empty);
            Decision decision = empty ? null : getTableRow().getItem();
            if (decision == null || fate == null) {
                setGraphic(null);
            } else {
                setGraphic(Nodes.label(fate, "chip", decision.kept() ? "chip-done" : "chip-failed"));
            }
        }
    }
}
