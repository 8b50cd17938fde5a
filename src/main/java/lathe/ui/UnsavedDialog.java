package lathe.ui;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import lathe.run.Failure;
import lathe.ui.kit.DialogLook;
import lathe.ui.kit.Texts;

/** Asks what is to become of edits that are not saved, before the window closes. */
final class UnsavedDialog {
    private UnsavedDialog() {}

    /** Whether the window may close: there was nothing to save, it is saved now, or it is given up. */
    static boolean mayLeave(Workbench workbench, Texts texts, Scene owner) {
        if (!workbench.isOpen() || !workbench.editor().changedProperty().get()) {
            return true;
        }
        ButtonType save = new ButtonType(texts.get("app.save"), ButtonBar.ButtonData.OK_DONE);
        ButtonType discard = new ButtonType(texts.get("unsaved.discard"), ButtonBar.ButtonData.LEFT);
        ButtonType stay = new ButtonType(texts.get("unsaved.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("unsaved.text"), save, discard, stay);
        alert.setHeaderText(texts.get("unsaved.title"));
        alert.setTitle(texts.get("unsaved.title"));
        alert.initOwner(owner.getWindow());
        DialogLook.dress(alert.getDialogPane(), owner);
        Optional<ButtonType> chosen = alert.showAndWait();
        if (chosen.isPresent() && chosen.get() == save) {
            return saved(workbench, texts, owner);
        }
        return chosen.isPresent() && chosen.get() == discard;
    }

    private static boolean saved(Workbench workbench, Texts texts, Scene owner) {
        try {
            workbench.save();
            return true;
        } catch (IOException e) {
            FailureDialog.show(Failure.of(e, ""), texts, owner);
            return false;
        }
    }
}
