package lathe.ui.step.corpus.rejected;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import lathe.data.Rejected;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.place.Place;

/** An item that could not be read: where it stands, why, and how it begins. */
final class RejectedCell extends ListCell<RejectedRow> {
    private static final double PLACE_WIDTH = 170;

    private final Texts texts;

    RejectedCell(Texts texts) {
        this.texts = texts;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RejectedRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        Rejected item = row.item();
        Label place = Nodes.label(Place.shortName(item.file(), item.line()), "field-label");
        Label reason = Nodes.label(texts.orElse("reason." + item.reason(), item.reason()), "chip", "chip-failed");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        place.setMinWidth(PLACE_WIDTH);
        place.setPrefWidth(PLACE_WIDTH);
        reason.setMinWidth(USE_PREF_SIZE);
        HBox cell = new HBox(place, reason, Nodes.label(item.excerpt().replaceAll("\\s+", " "), "quiet"));
        cell.getStyleClass().add("row");
        setGraphic(cell);
    }
}
