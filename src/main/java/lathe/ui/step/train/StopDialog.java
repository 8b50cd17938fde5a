package lathe.ui.step.train;

import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import lathe.run.StopRequest;
import lathe.ui.kit.DialogLook;
import lathe.ui.kit.Texts;

/** Asks what is to become of a run that is to stop. */
final class StopDialog {
    private StopDialog() {}

    /** What the user wants; empty to keep training. */
    static Optional<StopRequest> ask(Texts texts, Window owner) {
        ButtonType keep = new ButtonType(texts.get("train.stop.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType save = new ButtonType(texts.get("train.stop.save"), ButtonBar.ButtonData.OK_DONE);
        ButtonType discard = new ButtonType(texts.get("train.stop.discard"), ButtonBar.ButtonData.LEFT);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("train.stop.text"), keep, save, discard);
        alert.setHeaderText(texts.get("train.stop.title"));
        alert.setTitle(texts.get("train.stop.title"));
        alert.initOwner(owner);
        DialogLook.dress(alert.getDialogPane(), owner.getScene());
        Optional<ButtonType> chosen = alert.showAndWait();
        if (chosen.isEmpty() || chosen.get() == keep) {
            return Optional.empty();
        }
        return Optional.of(chosen.get() == save ? StopRequest.SAVE : StopRequest.DISCARD);
    }
}
