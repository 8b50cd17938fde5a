package lathe.ui.kit.rows;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field for words to look for; Escape or the cross empties it. */
public final class SearchField extends CustomTextField {

    public SearchField() {
        FontIcon cross = new FontIcon("fth-x");
        cross.setCursor(Cursor.HAND);
        cross.setOnMouseClicked(event -> clear());
        cross.visibleProperty().bind(textProperty().isNotEmpty());
        setLeft(new FontIcon("fth-search"));
        setRight(cross);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
