package lathe.ui.step.clean;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.rule.RuleCell;
import lathe.ui.step.clean.rule.RuleRow;

/** Binds the list of rules: choosing, Delete to take one out, Alt with arrows to move it. */
final class RuleList {
    private RuleList() {}

    static void bind(ListView<RuleRow> list, CleanViewModel model, Texts texts) {
        list.setItems(model.rows());
        list.setAccessibleText(texts.get("clean.rules"));
        list.setCellFactory(made -> new RuleCell(texts, model));
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.selectedProperty().set(now.intValue());
            }
        });
        model.selectedProperty().addListener((property, before, now) -> show(list, now.intValue()));
        model.rows()
                .addListener((javafx.beans.Observable changed) ->
                        // once the list has taken note of it as well, and forgotten what was chosen
                        Platform.runLater(
                                () -> show(list, model.selectedProperty().get())));
        list.setOnKeyPressed(event -> {
            int row = model.selectedProperty().get();
            if (event.getCode() == KeyCode.DELETE && row >= 0) {
                model.remove(row);
                event.consume();
            } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
                model.move(row, -1);
                event.consume();
            } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
                model.move(row, 1);
                event.consume();
            }
        });
    }

    private static void show(ListView<RuleRow> list, int index) {
        if (index >= 0
                && index < list.getItems().size()
                && !list.getSelectionModel().isSelected(index)) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(index);
        }
    }
}
