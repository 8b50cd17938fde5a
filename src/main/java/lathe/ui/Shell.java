package lathe.ui;

import atlantafx.base.controls.Popover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FileDialogs;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The frame around the steps in one language: rail, top bar, content and run preview. */
final class Shell {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final double SETTLE_MILLIS = 120;

    private final PaneContext context;
    private final ProjectFiles files;
    private final Panes panes;
    private final SettingsMenu menu;
    private final LatestTask<Map<WizardStep, StepMark>> marking;
    private final StringBinding title;
    private WizardStep current = WizardStep.CORPUS;
    private Optional<StepRail> rail = Optional.empty();
    private Optional<StackPane> content = Optional.empty();

    Shell(Workbench workbench, TaskRunner tasks, FileDialogs dialogs, UserSettings settings, SettingsMenu menu) {
        Texts texts = Texts.in(settings.language());
        context = new PaneContext(workbench, texts, tasks, dialogs, this::go);
        files = new ProjectFiles(context, settings, this::complain);
        panes = new Panes(context);
        this.menu = menu;
        marking = new LatestTask<>(tasks, SETTLE_MILLIS);
        title = Bindings.createStringBinding(
                () -> workbench.isOpen() ? workbench.recipe().name() : texts.get("app.tagline"),
                workbench.fileProperty(),
                workbench.editor().recipeProperty());
    }

    /** Loads the frame. */
    Parent load() {
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(Shell.class.getResource("/fxml/shell/Shell.fxml")), texts().bundle());
        loader.setControllerFactory(type -> new ShellController(this));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workbench workbench() {
        return context.workbench();
    }

    Texts texts() {
        return context.texts();
    }

    ProjectFiles files() {
        return files;
    }

    StringBinding titleBinding() {
        return title;
    }

    WizardStep current() {
        return current;
    }

    /** Shows a step. */
    void go(WizardStep step) {
        current = step;
        show();
    }

    /** Carries out the whole recipe, and shows it doing so. */
    void runAll() {
        go(WizardStep.TRAIN);
        workbench().startRun();
    }

    /** Lets the user rename the project and choose its seed. */
    void editProject(Node at) {
        if (workbench().isOpen()) {
            SettingsForm form = new SettingsForm(Recipe.class, "", workbench().editor(), texts(), "name", "seed");
            form.getStyleClass().add("project-form");
            Popover popover = new Popover(form);
            popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
            popover.show(at);
        }
    }

    void fill(Pane railPlace, StackPane contentPlace, Pane previewPlace) {
        rail = Optional.of(new StepRail(railPlace, texts(), this::go));
        content = Optional.of(contentPlace);
        RunPreview preview = new RunPreview(previewPlace, texts());
        Workbench workbench = workbench();
        workbench.editor().recipeProperty().addListener((property, before, now) -> {
            preview.show(now, workbench.device());
            mark();
        });
        workbench.changesProperty().addListener((property, before, now) -> mark());
        workbench.marksProperty().addListener((property, before, now) -> rail.ifPresent(shown -> shown.mark(now)));
        workbench.fileProperty().addListener((property, before, now) -> show());
        preview.show(workbench.recipe(), workbench.device());
        rail.ifPresent(shown -> shown.mark(workbench.marksProperty().get()));
        mark();
        show();
    }

    void fillSettings(MenuButton button) {
        menu.fill(button, texts());
    }

    void addShortcuts(Parent root) {
        root.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (shortcut(KeyCode.Z, true).match(event)) {
                workbench().editor().redo();
            } else if (shortcut(KeyCode.Z, false).match(event)) {
                workbench().editor().undo();
            } else if (shortcut(KeyCode.S, false).match(event)) {
                files.save();
            } else if (shortcut(KeyCode.O, false).match(event)) {
                files.askAndOpen();
            }
        });
    }

    /** Tells of a failure in a dialog. */
    void complain(Failure failure) {
        content.ifPresent(place -> FailureDialog.show(failure, texts(), place.getScene()));
    }

    private static KeyCodeCombination shortcut(KeyCode key, boolean shift) {
        return shift
                ? new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                : new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private void show() {
        Parent shown = workbench().isOpen() ? panes.of(current) : welcome();
        content.ifPresent(place -> place.getChildren().setAll(shown));
        rail.ifPresent(steps -> steps.select(current));
    }

    private EmptyState welcome() {
        EmptyState welcome = new EmptyState();
        welcome.setIcon("fth-package");
        welcome.setTitle(texts().get("empty.title"));
        welcome.setText(texts().get("empty.text"));
        welcome.setAction(texts().get("empty.action"));
        welcome.setOnAction(event -> files.openSample());
        welcome.setOther(texts().get("empty.other"), files::askAndOpen);
        return welcome;
    }

    private void mark() {
        if (workbench().isOpen()) {
            StepMarks marks = new StepMarks(workbench().project(), workbench().resolved());
            marking.request(
                    stage -> marks.find(),
                    workbench().marksProperty()::set,
                    failure -> LOG.warn("{}", failure.describe()));
        }
    }
}
