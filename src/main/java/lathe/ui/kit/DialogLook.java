package lathe.ui.kit;

import javafx.scene.Scene;
import javafx.scene.control.DialogPane;

/** Dresses a dialog as the window that opens it. */
public final class DialogLook {
    private static final double WIDTH = 480;

    private DialogLook() {}

    /** Takes over style sheets and look. */
    public static void dress(DialogPane pane, Scene owner) {
        pane.getStylesheets().setAll(owner.getStylesheets());
        Nodes.style(pane, "dark", owner.getRoot().getStyleClass().contains("dark"));
        pane.setPrefWidth(WIDTH);
        pane.setMinHeight(DialogPane.USE_PREF_SIZE);
    }
}
