package lathe.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A card for what a step left behind; it says when that belongs to earlier settings. */
public final class ResultCard extends VBox {
    private final Label title = Nodes.label("", "card-title");
    private final Label stale = Nodes.label("", "chip", "chip-edited");

    public ResultCard() {
        getStyleClass().add("card");
        HBox head = new HBox(title, stale);
        head.getStyleClass().add("row");
        getChildren().add(head);
        Nodes.show(stale, false);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    /** What it says of a result of earlier settings. */
    public String getStaleText() {
        return stale.getText();
    }

    public void setStaleText(String words) {
        stale.setText(words);
    }

    /** Shows the card, or gives its room away; and whether the result is of earlier settings. */
    public void show(boolean shown, boolean isStale) {
        Nodes.show(this, shown);
        Nodes.show(stale, isStale);
    }
}
