package lathe.ui;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;

/** Binds {@code fxml/shell/Shell.fxml}: the frame around the steps. */
public final class ShellController {
    @FXML
    private BorderPane root;

    @FXML
    private Button project;

    @FXML
    private Label edited;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Button save;

    @FXML
    private Button run;

    @FXML
    private MenuButton settings;

    @FXML
    private VBox rail;

    @FXML
    private StackPane content;

    @FXML
    private ScrollPane previewHolder;

    @FXML
    private VBox preview;

    private final Shell shell;

    ShellController(Shell shell) {
        this.shell = shell;
    }

    @FXML
    private void initialize() {
        Workbench workbench = shell.workbench();
        project.textProperty().bind(shell.titleBinding());
        Nodes.showWhile(edited, workbench.editor().changedProperty());
        undo.disableProperty().bind(workbench.editor().undoableProperty().not());
        redo.disableProperty().bind(workbench.editor().redoableProperty().not());
        run.disableProperty().bind(workbench.fileProperty().isNull());
        save.disableProperty().bind(workbench.editor().changedProperty().not());
        Nodes.showWhile(previewHolder, Bindings.isNotNull(workbench.fileProperty()));
        Nodes.showWhile(rail, Bindings.isNotNull(workbench.fileProperty()));
        shell.fill(rail, content, preview);
        shell.fillSettings(settings);
        shell.addShortcuts(root);
    }

    @FXML
    private void editProject() {
        shell.editProject(project);
    }

    @FXML
    private void undo() {
        shell.workbench().editor().undo();
    }

    @FXML
    private void redo() {
        shell.workbench().editor().redo();
    }

    @FXML
    private void open() {
        shell.files().askAndOpen();
    }

    @FXML
    private void save() {
        shell.files().save();
    }

    @FXML
    private void run() {
        shell.runAll();
    }
}
