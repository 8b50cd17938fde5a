package lathe.ui.step.corpus;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.source.SourceCell;
import lathe.ui.step.corpus.source.SourceRow;

/** Binds the row of sources: choosing, F2 to rename, Delete to take one out. */
final class SourceStrip {
    private SourceStrip() {}

    static void bind(ListView<SourceRow> list, CorpusViewModel model, Texts texts) {
        list.setItems(model.rows());
        list.setCellFactory(made -> new SourceCell(texts, model));
        list.setAccessibleText(texts.get("corpus.sources"));
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
            int index = model.selectedProperty().get();
            if (event.getCode() == KeyCode.F2) {
                list.lookupAll(".list-cell").stream()
                        .filter(node -> node instanceof SourceCell cell && cell.getIndex() == index)
                        .forEach(node -> ((SourceCell) node).startRename());
            } else if (event.getCode() == KeyCode.DELETE && index >= 0) {
                model.remove(index);
            }
        });
    }

    private static void show(ListView<SourceRow> list, int index) {
        if (index >= 0
                && index < list.getItems().size()
                && !list.getSelectionModel().isSelected(index)) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(index);
        }
    }
}
