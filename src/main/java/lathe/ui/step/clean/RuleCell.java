package lathe.ui.step.clean;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** A rule in the list: on or off, up, down, away. */
final class RuleCell extends ListCell<RuleRow> {
    private final Texts texts;
    private final CleanViewModel model;

    RuleCell(Texts texts, CleanViewModel model) {
        this.texts = texts;
        this.model = model;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RuleRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        ToggleSwitch on = new ToggleSwitch();
        on.setSelected(row.on());
        on.selectedProperty().addListener((property, before, now) -> model.set(getIndex(), now));
        Label name = Nodes.label(texts.get("rule." + row.rule().label()), row.on() ? "field-label" : "quiet");
        VBox words = new VBox(name, Nodes.label(RuleWords.of(row.rule(), texts), "faint"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox cell = new HBox(
                on,
                words,
                Nodes.iconButton("fth-arrow-up", texts.get("clean.up"), () -> model.move(getIndex(), -1)),
                Nodes.iconButton("fth-arrow-down", texts.get("clean.down"), () -> model.move(getIndex(), 1)),
                Nodes.iconButton("fth-x", texts.get("clean.remove"), () -> model.remove(getIndex())));
        cell.setSpacing(4);
        cell.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setGraphic(cell);
    }
}
