package lathe.ui;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import lathe.pipeline.RecipeFile;
import lathe.run.Failure;
import lathe.ui.kit.FxFileDialogs;
import lathe.ui.kit.Texts;
import lathe.ui.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window. It shows a frame at once, and fills it when the first frame is on the screen. */
public final class LatheApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(LatheApp.class);
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 1040;
    private static final double LEAST_HEIGHT = 680;

    private final TaskRunner tasks = new TaskRunner();
    private final UserSettings settings = UserSettings.ofUser();
    private BooleanSupplier mayLeave = () -> true;

    /** Opens the window and waits until it is closed. */
    public static void start(String[] arguments) {
        launch(LatheApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        Texts texts = Texts.in(settings.language());
        StackPane first = new StackPane(new Label(texts.get("app.starting")));
        first.setStyle(settings.isDark() ? "-fx-base: #0d1117; -fx-background: #0d1117;" : "-fx-background: white;");
        Scene scene = new Scene(first, WIDTH, HEIGHT);
        stage.setTitle(texts.get("app.title"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.getIcons().add(Look.icon());
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (mayLeave.getAsBoolean()) {
                leave(stage);
            }
        });
        stage.show();
        afterFirstFrame(() -> fill(stage, scene));
    }

    /** Running jobs are processes of their own: they go on. */
    @Override
    public void stop() {
        tasks.close();
    }

    private void fill(Stage stage, Scene scene) {
        Workbench workbench = new Workbench(tasks, System.getProperty("lathe.device", "auto"));
        openLast(workbench);
        mayLeave = () -> UnsavedDialog.mayLeave(workbench, Texts.in(settings.language()), scene);
        new WindowFrame(scene, workbench, tasks, settings, new FxFileDialogs(() -> stage)).show();
    }

    private void openLast(Workbench workbench) {
        List<String> named = getParameters().getUnnamed();
        var file = named.isEmpty() ? settings.lastRecipe() : java.util.Optional.of(java.nio.file.Path.of(named.get(0)));
        file.ifPresent(path -> {
            try {
                workbench.open(path, RecipeFile.read(path, Map.of()));
            } catch (Failure | java.io.IOException e) {
                LOG.warn("{} could not be opened again: {}", path, e.getMessage());
            }
        });
    }

    private static void afterFirstFrame(Runnable work) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 3) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }

    /** Open dialogs are hidden first: the toolkit may crash on Linux when it ends below a modal dialog. */
    private static void leave(Stage stage) {
        Platform.runLater(() -> {
            List.copyOf(Window.getWindows()).forEach(window -> {
                if (window != stage) {
                    window.hide();
                }
            });
            Platform.runLater(Platform::exit);
        });
    }
}
