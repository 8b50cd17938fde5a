package lathe.ui;

import java.util.function.Consumer;
import lathe.ui.kit.FileDialogs;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Texts;
import lathe.ui.task.TaskRunner;

/**
 * What each pane is given.
 *
 * @param workbench the project in the window
 * @param texts the words of the language in use
 * @param tasks where work is done off the JavaFX thread
 * @param dialogs how files are asked for
 * @param go shows another step
 */
public record PaneContext(
        Workbench workbench, Texts texts, TaskRunner tasks, FileDialogs dialogs, Consumer<WizardStep> go) {

    /** The recipe in the window. */
    public RecipeEditor editor() {
        return workbench.editor();
    }
}
