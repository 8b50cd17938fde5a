package lathe.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lathe.pipeline.RecipeFile;
import lathe.ui.task.TaskRunner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Renders every pane, light and dark, in both languages: {@code mvn test -Dtest=Screenshots -Dscreenshots=DIR
 * [-Dscreenshots.recipe=FILE] [-Dscreenshots.only=train] [-Dscreenshots.size=1920x1080] [-Dscreenshots.train=true]
 * [-Dscreenshots.look=zh-dark]}.
 */
@Tag("screenshots")
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class Screenshots {
    private static final String[] SIZE =
            System.getProperty("screenshots.size", "1280x800").split("x", -1);
    private static final int WIDTH = Integer.parseInt(SIZE[0]);
    private static final int HEIGHT = Integer.parseInt(SIZE[1]);
    private static final long SETTLE_MILLIS = Long.getLong("screenshots.settle", 900);

    @Test
    void ofEveryPane() throws Exception {
        Path out = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        String only = System.getProperty("screenshots.only", "");
        FxToolkitStart.start();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            for (boolean dark : new boolean[] {false, true}) {
                String look = locale.getLanguage() + (dark ? "-dark" : "-light");
                if (look.contains(System.getProperty("screenshots.look", ""))) {
                    render(out, locale, dark, only);
                }
            }
        }
    }

    private static void render(Path out, Locale locale, boolean dark, String only) throws Exception {
        UserSettings settings = new UserSettings(Preferences.userRoot().node("lathe-screenshots"));
        settings.setLanguage(locale);
        settings.setDark(dark);
        String suffix = "-" + locale.getLanguage() + (dark ? "-dark" : "-light") + ".png";
        try (TaskRunner tasks = new TaskRunner()) {
            String recipe = System.getProperty("screenshots.recipe", "");
            Scene scene = onFx(() -> open(settings, tasks, recipe));
            if (recipe.isEmpty() || only.equals("welcome")) {
                shoot(scene, out.resolve("welcome" + suffix));
                return;
            }
            for (WizardStep step : WizardStep.values()) {
                if (only.isEmpty() || only.contains(step.word())) {
                    onFx(() -> {
                        ((javafx.scene.control.ToggleButton) scene.lookup("#rail-" + step.word())).fire();
                        return step;
                    });
                    shoot(scene, out.resolve(step.word() + suffix));
                }
            }
            if (only.isEmpty() || only.contains("corpus")) {
                shootTabs(scene, out, suffix, "corpus", ".corpus-pane", "preview", "records", "overview", "rejected");
            }
            if (only.isEmpty() || only.contains("clean")) {
                shootTabs(scene, out, suffix, "clean", ".clean-pane", "rule", "records", "clusters", "privacy", "flow");
            }
            if (only.isEmpty() || only.contains("mix")) {
                shootSeen(scene, out, suffix);
            }
            if (Boolean.getBoolean("screenshots.train")) {
                train(scene, out.resolve("tokenizer-training" + suffix));
            }
            if (only.isEmpty() || only.contains("tokenizer")) {
                onFx(() -> {
                    ((javafx.scene.control.Button) scene.lookup("#measure-again")).fire();
                    return 0;
                });
                shootTabs(scene, out, suffix, "tokenizer", ".tokenizer-pane", "try", "vocabulary", "worth", "compare");
            }
        }
    }

    /** Trains the tokenizer as a user would, with a picture of what is being learned. */
    private static void train(Scene scene, Path file) throws Exception {
        onFx(() -> {
            ((javafx.scene.control.ToggleButton) scene.lookup("#rail-tokenizer")).fire();
            ((javafx.scene.control.Button) scene.lookup("#train")).fire();
            return 0;
        });
        boolean shot = false;
        for (boolean active = true; active; ) {
            Thread.sleep(50);
            boolean learning = onFx(() -> scene.lookup("#learned").isVisible());
            active = onFx(() -> scene.lookup("#train").isDisabled());
            if (learning && !shot) {
                write(onFx(() -> scene.snapshot(null)), file);
                shot = true;
            }
        }
    }

    /** The tabs of a pane beyond its first. */
    private static void shootTabs(Scene scene, Path out, String suffix, String step, String pane, String... names)
            throws Exception {
        for (int i = 1; i < names.length; i++) {
            int index = i;
            onFx(() -> {
                ((javafx.scene.control.ToggleButton) scene.lookup("#rail-" + step)).fire();
                ((javafx.scene.control.TabPane) scene.lookup(pane + " .tab-pane"))
                        .getSelectionModel()
                        .select(index);
                choose(scene, pane + " #vocabulary-table");
                return names[index];
            });
            shoot(scene, out.resolve(step + "-" + names[i] + suffix));
        }
    }

    /** What the model will see: the last stage, as text and in tokens. */
    private static void shootSeen(Scene scene, Path out, String suffix) throws Exception {
        shootTabs(scene, out, suffix, "mix", ".mix-pane", "mix", "seen-first");
        onFx(() -> {
            ((javafx.scene.control.ComboBox<?>) scene.lookup("#seen-stage"))
                    .getSelectionModel()
                    .selectLast();
            return 0;
        });
        Thread.sleep(SETTLE_MILLIS);
        shoot(scene, out.resolve("mix-seen" + suffix));
        onFx(() -> {
            ((javafx.scene.control.ToggleButton) scene.lookup("#seen .right-pill")).fire();
            return 0;
        });
        shoot(scene, out.resolve("mix-seen-tokens" + suffix));
    }

    /** Chooses a row of a table, so that what stands below it is seen too. */
    private static void choose(Scene scene, String table) {
        if (scene.lookup(table) instanceof javafx.scene.control.TableView<?> rows
                && !rows.getItems().isEmpty()) {
            int row = rows.getItems().size() * 2 / 3;
            rows.getSelectionModel().select(row);
            rows.scrollTo(row);
        }
    }

    private static Scene open(UserSettings settings, TaskRunner tasks, String recipe) throws Exception {
        Workbench workbench = new Workbench(tasks, "auto");
        if (!recipe.isEmpty()) {
            Path file = Path.of(recipe);
            workbench.open(file, RecipeFile.read(file, Map.of()));
        }
        Stage stage = new Stage();
        Scene scene = new Scene(new Pane(), WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.show();
        new WindowFrame(scene, workbench, tasks, settings, new NoDialogs()).show();
        return scene;
    }

    private static void shoot(Scene scene, Path file) throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        var image = onFx(() -> scene.snapshot(null));
        write(image, file);
    }

    private static void write(javafx.scene.image.Image image, Path file) throws IOException {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
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
