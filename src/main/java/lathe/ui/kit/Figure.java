package lathe.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number that matters, with its name below. */
public final class Figure extends VBox {
    private final Label value = Nodes.label("–", "figure");

    public Figure(String name) {
        getStyleClass().add("figure-box");
        getChildren().addAll(value, Nodes.label(name, "figure-name"));
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows a number, already written out; empty where it is not known. */
    public void set(String text) {
        value.setText(text.isEmpty() ? "–" : text);
    }

    /** What it shows. */
    public String get() {
        return value.getText();
    }
}
