package lathe.ui.kit;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.run.Event;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened, where, what is safe, and what to do about it. */
public final class FailureCard extends VBox {

    public FailureCard() {
        getStyleClass().add("failure-card");
        hide();
    }

    /**
     * Shows a failure.
     *
     * @param actions buttons that mend it at once, if there are any
     */
    public void show(Event.Failed failure, Texts texts, Button... actions) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        HBox head = new HBox(8, icon, Nodes.wrapped(failure.what(), "failure-what"));
        getChildren().setAll(head);
        add(texts.get("failure.where"), failure.where(), "failure-where");
        add(texts.get("failure.safe"), failure.safe(), "failure-text");
        for (String mend : failure.mend()) {
            add(texts.get("failure.mend"), mend, "failure-text");
        }
        if (actions.length > 0) {
            HBox row = new HBox(8, Arrays.stream(actions).toArray(Node[]::new));
            row.getStyleClass().add("failure-actions");
            getChildren().add(row);
        }
        Nodes.show(this, true);
    }

    /** Shows a failure, or none. */
    public void showOrHide(Event.@Nullable Failed failure, Texts texts) {
        if (failure == null) {
            hide();
        } else {
            show(failure, texts);
        }
    }

    public void hide() {
        getChildren().clear();
        Nodes.show(this, false);
    }

    private void add(String label, String text, String style) {
        if (!text.isEmpty()) {
            HBox row = new HBox(8, Nodes.label(label, "failure-label"), Nodes.wrapped(text, style));
            getChildren().add(row);
        }
    }
}
