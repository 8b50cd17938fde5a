package lathe.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lathe.pipeline.RecipeFile;
import lathe.recipe.Recipe;
import lathe.ui.task.TaskRunner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the clean pane on an imported recipe: how soon the first records are judged, and from a move of a threshold
 * line to the second frame that shows the new share: {@code mvn test -Dtest=CleanLatency -Dlatency.recipe=FILE
 * [-Dlatency.rule=text-length] [-Dscreenshots=DIR]}.
 */
@Tag("screenshots")
@EnabledIfSystemProperty(named = "latency.recipe", matches = ".+")
class CleanLatency {
    private static final int TIMES = Integer.getInteger("latency.times", 21);
    private static final String RULE = System.getProperty("latency.rule", "text-length");
    private static final Path FILE = Path.of(System.getProperty("latency.recipe", ""));

    @Test
    void ofTheSampleAndADraggedLine() throws Exception {
        FxToolkitStart.start();
        try (TaskRunner tasks = new TaskRunner()) {
            Recipe recipe = RecipeFile.read(FILE, Map.of());
            Scene scene = onFx(() -> open(tasks, recipe));
            long start = System.nanoTime();
            onFx(() -> {
                ((ToggleButton) scene.lookup("#rail-clean")).fire();
                return 0;
            });
            String first = until(scene, "", start);
            say("first records judged: " + first, List.of((System.nanoTime() - start) / 1e6));
            String last = first;
            while (onFx(() -> scene.lookup("#work").getStyleClass().contains("chip-running"))) {
                Thread.sleep(50);
                last = onFx(() -> kept(scene));
            }
            say("all judged: " + last, List.of((System.nanoTime() - start) / 1e6));
            drag(scene, recipe);
        }
    }

    private static void drag(Scene scene, Recipe recipe) throws Exception {
        int place = 0;
        while (!recipe.clean().get(place).label().equals(RULE)) {
            place++;
        }
        int chosen = place;
        onFx(() -> {
            ((ListView<?>) scene.lookup(".rule-list")).getSelectionModel().select(chosen);
            return 0;
        });
        Node line = line(scene);
        Thread.sleep(500);
        onFx(() -> fire(line, MouseEvent.MOUSE_PRESSED, 0.5));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            double at = 0.3 + 0.02 * ((i * 7) % 20);
            String before = onFx(() -> kept(scene));
            long start = System.nanoTime();
            onFx(() -> fire(line, MouseEvent.MOUSE_DRAGGED, at));
            until(scene, before, start);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        say("a line dragged", millis);
        shoot(scene);
        onFx(() -> fire(line, MouseEvent.MOUSE_RELEASED, 0.5));
    }

    private static Node line(Scene scene) throws Exception {
        while (true) {
            for (String id : List.of("#threshold-min", "#threshold-max")) {
                Node line = onFx(() -> scene.lookup(id));
                if (line != null && onFx(line::isVisible)) {
                    return line;
                }
            }
            Thread.sleep(10);
        }
    }

    private static Object fire(Node line, EventType<MouseEvent> type, double at) {
        Bounds all = line.getParent().localToScene(line.getParent().getLayoutBounds());
        double x = all.getMinX() + at * all.getWidth();
        double y = all.getCenterY();
        boolean no = false;
        line.fireEvent(new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, no, no, no, no, true, no, no, no, no, no, null));
        return type;
    }

    /** Waits for the second frame after the count of kept records is another. */
    private static String until(Scene scene, String before, long start) throws Exception {
        CompletableFuture<String> shown = new CompletableFuture<>();
        onFx(() -> {
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    boolean changed = !kept(scene).equals(before);
                    if ((changed && ++frames == 2) || System.nanoTime() - start > 60e9) {
                        stop();
                        shown.complete(kept(scene));
                    }
                }
            }.start();
            return 0;
        });
        return shown.get(90, TimeUnit.SECONDS);
    }

    private static String kept(Scene scene) {
        Node kept = scene.lookup("#kept-of");
        return kept == null ? "" : ((Labeled) kept).getText();
    }

    private static void shoot(Scene scene) throws Exception {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            Thread.sleep(900);
            Path file = Files.createDirectories(Path.of(folder)).resolve("clean-drag.png");
            ImageIO.write(SwingFXUtils.fromFXImage(onFx(() -> scene.snapshot(null)), null), "png", file.toFile());
        }
    }

    private static void say(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        String figures = sorted.isEmpty()
                ? ""
                : String.format(
                        "median %.0f ms, slowest %.0f ms",
                        sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf("%-60s %s, load %.1f%n", what, figures, load);
    }

    private static Scene open(TaskRunner tasks, Recipe recipe) throws Exception {
        Workbench workbench = new Workbench(tasks, "auto");
        workbench.open(FILE, recipe);
        UserSettings settings = new UserSettings(Preferences.userRoot().node("lathe-screenshots"));
        Stage stage = new Stage();
        Scene scene = new Scene(new Pane(), 1280, 800);
        stage.setScene(scene);
        stage.show();
        new WindowFrame(scene, workbench, tasks, settings, new NoDialogs()).show();
        return scene;
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }
}
