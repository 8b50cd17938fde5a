package lathe.ui.step.corpus;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import lathe.data.Rejected;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** An item that could not be read: where it stands, why, and how it begins. */
final class RejectedCell extends ListCell<Rejected> {
    private final Texts texts;

    RejectedCell(Texts texts) {
        this.texts = texts;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Rejected item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        Label place = Nodes.label(Path.of(item.file()).getFileName() + ":" + item.line(), "field-label");
        Label reason = Nodes.label(texts.orElse("reason." + item.reason(), item.reason()), "chip", "chip-failed");
        place.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(place, reason, Nodes.label(item.excerpt().replace('\n', ' '), "quiet"));
        row.getStyleClass().add("row");
        setGraphic(row);
    }
}
