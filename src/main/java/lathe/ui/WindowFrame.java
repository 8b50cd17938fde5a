package lathe.ui;

import javafx.scene.Scene;
import lathe.ui.kit.FileDialogs;
import lathe.ui.task.TaskRunner;

/** What fills the window's scene; made anew when the language changes, dressed anew when the look does. */
public final class WindowFrame {
    private final Scene scene;
    private final Workbench workbench;
    private final TaskRunner tasks;
    private final UserSettings settings;
    private final FileDialogs dialogs;
    private WizardStep step = WizardStep.CORPUS;
    private Runnable remember = () -> {};

    public WindowFrame(Scene scene, Workbench workbench, TaskRunner tasks, UserSettings settings, FileDialogs dialogs) {
        this.scene = scene;
        this.workbench = workbench;
        this.tasks = tasks;
        this.settings = settings;
        this.dialogs = dialogs;
    }

    /** Shows the workbench in the user's language and look. */
    public void show() {
        show(step);
    }

    /** The same, at a step. */
    public void show(WizardStep at) {
        SettingsMenu menu = new SettingsMenu(settings, this::reload, () -> Look.dress(scene, settings.isDark()));
        Shell shell = new Shell(workbench, tasks, dialogs, settings, menu);
        scene.setRoot(shell.load());
        Look.dress(scene, settings.isDark());
        shell.go(at);
        remember = () -> step = shell.current();
    }

    private void reload() {
        remember.run();
        show(step);
    }
}
