package lathe.ui;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.kit.DialogLook;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Texts;

/** A failure that belongs to no pane. */
final class FailureDialog {
    private FailureDialog() {}

    static void show(Failure failure, Texts texts, Scene owner) {
        FailureCard card = new FailureCard();
        card.show(Event.Failed.of(failure), texts);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.getWindow());
        dialog.setTitle(texts.get("app.problem"));
        dialog.getDialogPane().setContent(card);
        DialogLook.dress(dialog.getDialogPane(), owner);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(texts.get("app.close"), ButtonBar.ButtonData.OK_DONE));
        dialog.show();
    }
}
