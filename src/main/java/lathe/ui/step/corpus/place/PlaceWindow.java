package lathe.ui.step.corpus.place;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.kit.DialogLook;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.task.TaskRunner;

/** A file around one of its lines, to be read and not to be changed. */
public final class PlaceWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 560;
    /** Lines shown above the line, so that it stands in the upper third. */
    private static final int ABOVE = 6;

    private final ListView<String> lines = new ListView<>();
    private final Label note = Nodes.wrapped("", "quiet");
    private final FailureCard problem = new FailureCard();
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Texts texts;
    private final TaskRunner tasks;

    private PlaceWindow(Texts texts, TaskRunner tasks) {
        this.texts = texts;
        this.tasks = tasks;
    }

    /** Opens it over the window that a node is in. */
    public static void open(Place place, Node owner, Texts texts, TaskRunner tasks) {
        PlaceWindow window = new PlaceWindow(texts, tasks);
        window.prepare(place, owner);
        tasks.run(place::read, shown -> window.show(shown, place), window::fail);
        window.dialog.show();
    }

    private void prepare(Place place, Node owner) {
        lines.getStyleClass().addAll("plain-list", "code-list");
        lines.setId("place-lines");
        lines.setPlaceholder(Nodes.label(texts.get("place.reading"), "quiet"));
        VBox.setVgrow(lines, Priority.ALWAYS);
        Label file = Nodes.label(place.file(), "failure-where");
        file.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        HBox head =
                new HBox(file, Nodes.iconButton("fth-folder", texts.get("place.manager"), () -> showInManager(place)));
        head.getStyleClass().add("row");
        VBox body = new VBox(8, head, note, problem, lines);
        dialog.initOwner(owner.getScene().getWindow());
        dialog.initModality(Modality.NONE);
        dialog.setTitle(place.shortName());
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(body);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(texts.get("app.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        DialogLook.dress(dialog.getDialogPane(), owner.getScene());
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        Nodes.show(note, false);
    }

    private void show(Place.Shown shown, Place place) {
        long marked = shown.ofFile() ? place.line() : -1;
        lines.setCellFactory(list -> new LineCell(shown.lines().first(), marked));
        lines.getItems().setAll(shown.lines().lines());
        int index = (int) (marked - shown.lines().first());
        if (marked >= 0) {
            lines.getSelectionModel().select(index);
            // heights are known once the lines are laid out, and the marked one is higher than the others
            Platform.runLater(() -> lines.scrollTo(Math.max(0, index - ABOVE)));
        }
        Nodes.show(note, !shown.ofFile());
        note.setText(texts.get(shown.exists() ? "place.stored" : "place.gone"));
    }

    private void showInManager(Place place) {
        tasks.run(context -> FileManager.show(place.onDisk()), shown -> {}, this::fail);
    }

    private void fail(Failure failure) {
        problem.show(Event.Failed.of(failure), texts);
    }
}
