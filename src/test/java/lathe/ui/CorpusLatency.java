package lathe.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import lathe.pipeline.RecipeFile;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the table of records of an imported recipe, from the edit of a control to the second frame that shows the
 * new rows, the pause after typing included: {@code mvn test -Dtest=CorpusLatency -Dlatency.recipe=FILE}.
 */
@Tag("screenshots")
@EnabledIfSystemProperty(named = "latency.recipe", matches = ".+")
@NullUnmarked
class CorpusLatency {
    private static final int TIMES = Integer.getInteger("latency.times", 11);
    private static final String[] WORDS = {"lathe", "photosynthesis", "the", "qzxj", "Paris", "床前", "role"};

    private Scene scene;
    private TableView<?> table;

    @Test
    void ofSearchSortAndFilter() throws Exception {
        FxToolkitStart.start();
        try (TaskRunner tasks = new TaskRunner()) {
            long start = System.nanoTime();
            scene = onFx(() -> open(tasks));
            table = onFx(this::table);
            while (onFx(() -> table.getItems().isEmpty())) {
                Thread.sleep(10);
            }
            say("open to table", List.of((System.nanoTime() - start) / 1e6));
            say("rows " + table.getItems().size(), List.of());
            for (int round = 0; round < 2; round++) {
                for (String word : WORDS) {
                    search(word);
                }
                for (int column : new int[] {3, 4, 5, 1}) {
                    sort(column);
                }
                length();
                scroll();
            }
        }
    }

    private void search(String word) throws Exception {
        TextField field = (TextField) scene.lookup("#records-search");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            millis.add(until(() -> field.setText(word)));
            until(() -> field.setText(""));
        }
        say("search " + word, millis);
    }

    private void sort(int column) throws Exception {
        TableColumn<?, ?> by = table.getColumns().get(column);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            millis.add(until(() -> order(by, TableColumn.SortType.DESCENDING)));
            millis.add(until(() -> order(by, TableColumn.SortType.ASCENDING)));
        }
        say("sort by " + by.getId(), millis);
        until(() -> order(table.getColumns().get(0), TableColumn.SortType.DESCENDING));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void order(TableColumn<?, ?> by, TableColumn.SortType type) {
        by.setSortType(type);
        ((TableView) table).getSortOrder().setAll(by);
        table.sort();
    }

    private void length() throws Exception {
        TextField fewest = (TextField) scene.lookup("#records-fewest");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            millis.add(until(() -> fewest.setText("300")));
            millis.add(until(() -> fewest.setText("")));
        }
        say("filter by length", millis);
    }

    /** A page far away, from the call to the frame that shows it. */
    private void scroll() throws Exception {
        List<Double> millis = new ArrayList<>();
        int size = table.getItems().size();
        for (int i = 1; i <= 50; i++) {
            int row = (int) (i * 7919L * 131 % size);
            long start = System.nanoTime();
            onFx(() -> {
                table.scrollTo(row);
                table.layout();
                return row;
            });
            millis.add((System.nanoTime() - start) / 1e6);
        }
        say("scroll to a page", millis);
    }

    /** From an edit to the second frame after the table has other rows. */
    private double until(Runnable edit) throws Exception {
        CompletableFuture<Double> shown = new CompletableFuture<>();
        onFx(() -> {
            long start = System.nanoTime();
            Object before = table.getItems();
            edit.run();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (table.getItems() != before && ++frames == 2) {
                        stop();
                        shown.complete((System.nanoTime() - start) / 1e6);
                    } else if (System.nanoTime() - start > 20e9) {
                        stop();
                        shown.complete(Double.NaN);
                    }
                }
            }.start();
            return 0;
        });
        return shown.get(60, TimeUnit.SECONDS);
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
        System.out.printf("%-28s %s, load %.1f%n", what, figures, load);
    }

    private static Scene open(TaskRunner tasks) throws Exception {
        Path file = Path.of(System.getProperty("latency.recipe"));
        Workbench workbench = new Workbench(tasks, "auto");
        workbench.open(file, RecipeFile.read(file, Map.of()));
        UserSettings settings = new UserSettings(Preferences.userRoot().node("lathe-screenshots"));
        Stage stage = new Stage();
        Scene scene = new Scene(new Pane(), 1280, 800);
        stage.setScene(scene);
        stage.show();
        new WindowFrame(scene, workbench, tasks, settings, new NoDialogs()).show();
        return scene;
    }

    private TableView<?> table() {
        ((TabPane) scene.lookup(".corpus-pane .tab-pane")).getSelectionModel().select(1);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (TableView<?>) scene.lookup("#records-table");
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
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
