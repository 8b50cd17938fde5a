package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lathe.recipe.RecipeYaml;
import lathe.run.Event;
import lathe.run.Json;
import lathe.run.StepMetrics;
import lathe.ui.kit.Figure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window on a small project: what each pane shows, and what its controls do to the recipe. */
@ExtendWith(ApplicationExtension.class)
@NullUnmarked
class WindowTest {
    @TempDir
    static Path temp;

    private PaneFixture fixture;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new PaneFixture(Files.createTempDirectory(temp, "project"));
        scene = fixture.show(stage);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void withoutAProjectItOffersTheSample(FxRobot robot) {
        assertTrue(robot.lookup("Open the sample project").tryQuery().isPresent());
        assertFalse(scene.lookup(".rail").isVisible());
    }

    @Test
    void everyPaneOpensInBothLanguagesAndLooks(FxRobot robot) throws Exception {
        open(robot);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            robot.interact(() -> {
                fixture.settings().setLanguage(locale);
                fixture.settings().setDark(locale.equals(Locale.SIMPLIFIED_CHINESE));
                new WindowFrame(scene, fixture.workbench(), fixture.tasks(), fixture.settings(), fixture.dialogs())
                        .show();
            });
            for (WizardStep step : WizardStep.values()) {
                go(robot, step);
                assertNotNull(scene.lookup(".content .pane-title"), step.word());
            }
        }
        assertEquals("导出", ((Labeled) scene.lookup(".content .pane-title")).getText());
        assertTrue(scene.getRoot().getStyleClass().contains("dark"));
    }

    @Test
    void aFieldTakesNumbersAsTheyAreTypedAndRefusesOthersWithTheRange(FxRobot robot) throws Exception {
        open(robot);
        go(robot, WizardStep.MODEL);
        TextField width = (TextField) scene.lookup("#model-hidden-size");
        type(robot, width, "128");
        assertEquals("128", String.valueOf(value("model.hidden-size")));

        type(robot, width, "-5");
        assertEquals("128", String.valueOf(value("model.hidden-size")));
        Labeled problem = (Labeled) width.getParent().lookup(".field-problem");
        assertTrue(problem.isVisible());
        assertEquals("-5 is out of range. Allowed: 8 to 65536. Typical: 128 to 4,096.", problem.getText());

        robot.interact(() -> toggles("Optimizer").fire());
        TextField rate = (TextField) scene.lookup("#train-0-learning-rate");
        type(robot, rate, "3e-4");
        assertEquals(3e-4, value("train.0.learning-rate"));
        assertEquals("3e-4", rate.getText());
        type(robot, rate, "0.0003");
        assertEquals("0.0003", rate.getText(), "what was typed stays");
    }

    @Test
    void editsCanBeUndoneFromTheKeyboardAndAreSaved(FxRobot robot) throws Exception {
        open(robot);
        go(robot, WizardStep.MODEL);
        type(robot, (TextField) scene.lookup("#model-layers"), "3");
        assertEquals(3, value("model.layers"));
        robot.interact(() -> scene.getRoot().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(2, value("model.layers"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(3, value("model.layers"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        String saved = Files.readString(fixture.folder().resolve("small.yaml"));
        assertEquals(fixture.workbench().recipe(), RecipeYaml.read(saved));
    }

    @Test
    void theModelPaneCountsParameters(FxRobot robot) throws Exception {
        open(robot);
        go(robot, WizardStep.MODEL);
        waitFor(() -> scene.lookup(".content .figures") != null
                && scene.getRoot().lookupAll(".content .figure-box").size() == 3);
        Figure total = (Figure)
                scene.getRoot().lookupAll(".content .figure-box").iterator().next();
        assertTrue(total.get().endsWith(" k"), total.get());
    }

    @Test
    void aRuleCanBeSwitchedOffAndOn(FxRobot robot) throws Exception {
        open(robot);
        go(robot, WizardStep.CLEAN);
        ListView<?> rules = (ListView<?>) scene.lookup(".content .plain-list");
        assertEquals(2, rules.getItems().size());
        Node toggle = scene.lookup(".content .plain-list .toggle-switch");
        robot.interact(() -> ((atlantafx.base.controls.ToggleSwitch) toggle).setSelected(false));
        assertEquals(1, fixture.workbench().recipe().clean().size());
        assertEquals(2, rules.getItems().size());
    }

    @Test
    void weightsShowTheirShares(FxRobot robot) throws Exception {
        open(robot);
        go(robot, WizardStep.MIX);
        type(robot, (TextField) scene.lookup("#weight-chat"), "9");
        assertEquals(
                Map.of("web", 3.0, "chat", 9.0),
                fixture.workbench().recipe().mix().weights());
        assertTrue(robot.lookup("75 %").tryQuery().isPresent());
    }

    @Test
    void aRunInProgressIsFoundAgainWithItsWholeCurve(FxRobot robot) throws Exception {
        Path run = Files.createDirectories(fixture.folder().resolve("lathe-out/small/runs/small"));
        Files.writeString(run.resolve("recipe.yaml"), PaneFixture.RECIPE);
        StringBuilder events = new StringBuilder();
        for (int step = 1; step <= 30; step++) {
            events.append(Json.line(new Event.Metric(
                            new StepMetrics(0, step, 0, 0, 5.0 / step, 1e-3, 1, 1234, 1 << 20, step, null))))
                    .append('\n');
        }
        Files.writeString(run.resolve("events.jsonl"), events);
        open(robot);
        go(robot, WizardStep.TRAIN);
        waitFor(() -> scene.lookup(".content .figure-box") != null && figures().contains("0.1667"));
        assertTrue(figures().contains("1.23 k"), figures());
        waitFor(() -> robot.lookup("Resume").tryQuery().isPresent());
        assertTrue(robot.lookup("Ended unexpectedly").tryQuery().isPresent());
    }

    @Test
    void aPresetFillsInAStageAndSaysWhatChanged(FxRobot robot) throws Exception {
        open(robot);
        go(robot, WizardStep.MODEL);
        javafx.scene.control.MenuButton presets = (javafx.scene.control.MenuButton) scene.lookup("#presets-0");
        robot.interact(() -> presets.getItems().get(3).fire());

        assertEquals(64, value("train.0.lora.r"));
        assertEquals(0.3, value("train.0.clip"));
        String said = scene.getRoot().lookupAll(".content .card-note").stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text.startsWith("QLoRA"))
                .findFirst()
                .orElseThrow();
        assertTrue(said.contains("Gradient clipping 1.0 → 0.3"), said);

        robot.interact(() -> {
            try {
                fixture.workbench().editor().set("model.max-position-embeddings", "600");
            } catch (lathe.recipe.RecipeException e) {
                throw new IllegalStateException(e);
            }
        });
        javafx.scene.control.MenuButton now = (javafx.scene.control.MenuButton) scene.lookup("#presets-0");
        robot.interact(() -> now.getItems().get(1).fire());
        assertTrue(robot.lookup((Labeled label) ->
                        label.getText() != null && label.getText().startsWith("SFTTrainer does not fit"))
                .tryQuery()
                .isPresent());
        assertEquals(0.3, value("train.0.clip"));
        robot.interact(() -> fixture.workbench().editor().undo());
        robot.interact(() -> fixture.workbench().editor().undo());
        assertEquals(1.0, value("train.0.clip"));
    }

    @Test
    void aRunningRunIsPausedAndGoesOn(FxRobot robot) throws Exception {
        Path run = Files.createDirectories(fixture.folder().resolve("lathe-out/small/runs/small"));
        Files.writeString(run.resolve("recipe.yaml"), PaneFixture.RECIPE);
        ProcessHandle me = ProcessHandle.current();
        long started = me.info().startInstant().orElseThrow().toEpochMilli();
        Map<String, Long> owner = Map.of("pid", me.pid(), "started", started, "heartbeat", System.currentTimeMillis());
        Files.writeString(run.resolve("run.lock"), Json.line(owner));
        Path events = run.resolve("events.jsonl");
        Files.writeString(events, Json.line(new Event.Phase("train", "first step")) + "\n");
        open(robot);
        go(robot, WizardStep.TRAIN);
        waitFor(() -> robot.lookup("Pause").tryQuery().isPresent());

        robot.interact(() -> ((ButtonBase) scene.lookup("#job-pause")).fire());
        waitFor(() -> Files.exists(run.resolve("control/pause")));
        append(events, new Event.Phase("train", "paused"));
        waitFor(() -> robot.lookup("Continue").tryQuery().isPresent());
        assertTrue(robot.lookup("Paused").tryQuery().isPresent());

        robot.interact(() -> ((ButtonBase) scene.lookup("#job-pause")).fire());
        waitFor(() -> !Files.exists(run.resolve("control/pause")));
        append(events, new Event.Phase("train", "going on"));
        append(events, new Event.Progress(3, 10, "steps", 0));
        waitFor(() -> robot.lookup("Pause").tryQuery().isPresent());
        assertTrue(robot.lookup("Train · training").tryQuery().isPresent());
    }

    private static void append(Path events, Event event) throws Exception {
        Files.writeString(events, Json.line(event) + "\n", java.nio.file.StandardOpenOption.APPEND);
    }

    private String figures() {
        StringBuilder all = new StringBuilder();
        scene.getRoot().lookupAll(".content .figure").forEach(node -> all.append(((Labeled) node).getText())
                .append(' '));
        return all.toString();
    }

    private void open(FxRobot robot) {
        robot.interactNoWait(() -> {
            try {
                fixture.open();
            } catch (java.io.IOException | lathe.run.Failure e) {
                throw new IllegalStateException(e);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void go(FxRobot robot, WizardStep step) {
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-" + step.word())).fire());
    }

    private Object value(String path) {
        return lathe.ui.kit.RecipeValues.at(fixture.workbench().recipe(), path);
    }

    private static void type(FxRobot robot, TextField field, String text) {
        robot.interact(() -> {
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private ButtonBase toggles(String text) {
        return (ButtonBase) scene.getRoot().lookupAll(".toggle-button").stream()
                .filter(node -> text.equals(((Labeled) node).getText()))
                .findFirst()
                .orElseThrow();
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
