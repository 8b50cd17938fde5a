package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lathe.pipeline.Step;
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

/** What the model will see, in the mix pane: from an empty project to a stage that would learn nothing. */
@ExtendWith(ApplicationExtension.class)
@NullUnmarked
class MixPaneTest {
    @TempDir
    static Path temp;

    private PaneFixture fixture;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new PaneFixture(Files.createTempDirectory(temp, "project"));
        Files.writeString(fixture.folder().resolve("chat.jsonl"), chats());
        Files.writeString(fixture.folder().resolve("web.jsonl"), texts());
        scene = fixture.show(stage);
    }

    /** A short text, and one of far more than 20,000 tokens. */
    private static String texts() {
        StringBuilder large = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            large.append("word").append(i * 7919 % 10_007).append(i % 12 == 11 ? "。\\n" : " 木头 ");
        }
        return "{\"id\": \"w0\", \"text\": \"A lathe turns raw wood into something useful.\"}\n{\"id\": \"w1\", \"text\": \""
                + large + "\"}\n";
    }

    private static String chats() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String quoted = i == 1 ? " <|endoftext|>" : "";
            lines.append("{\"id\": \"q")
                    .append(i)
                    .append("\", \"instruction\": \"Number ")
                    .append(i)
                    .append(": 车床是做什么用的？\", \"output\": \"It turns wood, ")
                    .append(i)
                    .append(" times.")
                    .append(quoted)
                    .append("\"}\n");
        }
        return lines.toString();
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void itSaysWhatHasToBeThereFirst(FxRobot robot) throws Exception {
        open(robot);
        waitFor(() -> words("#seen").contains("Clean first"));
        robot.interact(() -> button("Go to Clean").fire());
        waitFor(() -> words(".content .pane-title").contains("Clean"));
    }

    @Test
    void recordsAreShownToTheLetterAndFollowTheSettings(FxRobot robot) throws Exception {
        learned(robot);
        theFirstText();
        aLargeTextDoesNotStopTheWindow(robot);
        choose(robot, 1);
        waitFor(() -> words("#seen-record").contains("q0"));
        waitFor(() -> words("#seen-lines").contains("Number"));
        assertEquals(
                "of 20",
                words("#seen .quiet")
                        .lines()
                        .filter(line -> line.startsWith("of"))
                        .findFirst()
                        .orElse(""));
        recordsAreChosen(robot);
        tokensAreWalkedThrough(robot);
        settingsAreFollowed(robot);
        aStartIsRefused(robot);
    }

    private void theFirstText() throws Exception {
        waitFor(() -> words("#seen-lines").contains("useful"));
        assertTrue(words("#seen").contains("packed"), words("#seen"));
        assertEquals(figure("#seen-tokens"), figure("#seen-within"));
        assertTrue(figure("#seen-learned").endsWith("100 %"), figure("#seen-learned"));
    }

    private void aLargeTextDoesNotStopTheWindow(FxRobot robot) throws Exception {
        Frames frames = new Frames();
        robot.interact(frames::start);
        robot.interact(() -> button("Next record").fire());
        waitFor(() -> words("#seen-record").contains("w1"));
        waitFor(() -> words("#seen-lines").contains("word0"));
        robot.interact(() -> scene.lookup("#seen-lines").requestFocus());
        robot.push(KeyCode.END);
        robot.interact(frames::stop);
        int tokens = Integer.parseInt(figure("#seen-tokens").replace(",", ""));
        System.out.printf("%d tokens, longest frame %.0f ms%n", tokens, frames.longest / 1e6);
        assertTrue(tokens > 20_000, String.valueOf(tokens));
        assertTrue(frames.longest < 2e9, "the window stood still for " + frames.longest / 1e6 + " ms");
    }

    /** The longest time between two frames. */
    private static final class Frames extends javafx.animation.AnimationTimer {
        private long last;
        private long longest;

        @Override
        public void handle(long now) {
            longest = last == 0 ? 0 : Math.max(longest, now - last);
            last = now;
        }
    }

    private void recordsAreChosen(FxRobot robot) throws Exception {
        robot.interact(() -> button("Next record").fire());
        waitFor(() -> words("#seen-record").contains("q1"));
        waitFor(() -> scene.lookup("#seen-quoted").isVisible());
        assertTrue(words("#seen-quoted").contains("They stay text"), words("#seen-quoted"));
        robot.interact(() -> {
            TextField number = (TextField) scene.lookup("#seen-number");
            number.setText("18");
            number.fireEvent(new javafx.event.ActionEvent());
        });
        waitFor(() -> words("#seen-record").contains("q17"));
        robot.interact(() -> button("At random").fire());
        waitFor(() -> !words("#seen-record").contains("q17"));
        robot.interact(() -> button("Previous record").fire());
    }

    private void tokensAreWalkedThrough(FxRobot robot) throws Exception {
        robot.interact(() -> scene.lookup("#seen-lines").requestFocus());
        robot.push(KeyCode.HOME);
        waitFor(() -> words("#seen-token").startsWith("Token 1 "));
        assertTrue(words("#seen-token").contains("not learned"), words("#seen-token"));
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.END);
        waitFor(() -> words("#seen-token").contains("<|endoftext|>"));
        assertTrue(words("#seen-token").contains("·  learned"), words("#seen-token"));
        assertTrue(words("#seen-token").endsWith("special token\n"), words("#seen-token"));
        assertNotNull(scene.lookup("#seen-lines .seen-special"));
        robot.moveTo(scene.lookup("#seen-lines .seen-learned"));
        robot.moveBy(2, 0);
        waitFor(() -> words("#seen-token").contains("·  learned")
                && !words("#seen-token").contains("special"));
        robot.interact(() -> ((ButtonBase) scene.getRoot().lookupAll("#seen .toggle-button").stream()
                        .filter(node -> "Tokens".equals(((Labeled) node).getText()))
                        .findFirst()
                        .orElseThrow())
                .fire());
        waitFor(() -> scene.lookup("#seen-lines .seen-id") != null);
    }

    private void settingsAreFollowed(FxRobot robot) throws Exception {
        assertFalse(scene.lookup("#seen-nothing").isVisible());
        type(robot, "#train-1-context", "8");
        waitFor(() -> scene.lookup("#seen-nothing").isVisible());
        assertEquals("8", figure("#seen-within"));
        assertTrue(words("#seen-nothing").contains("the context ends after 8"), words("#seen-nothing"));
        waitFor(() -> scene.lookup("#seen-end") != null);
    }

    private void aStartIsRefused(FxRobot robot) throws Exception {
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-train")).fire());
        waitFor(() -> words(".failure-what").contains("Stage 2 would learn nothing"));
        assertTrue(button("Start run").isDisabled());
        robot.interact(() -> fixture.workbench().editor().undo());
        waitFor(() -> !button("Start run").isDisabled());
    }

    private void learned(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> fixture.workbench().start(Step.TOKENIZER));
    }

    private void choose(FxRobot robot, int stage) {
        robot.interact(() ->
                ((ComboBox<?>) scene.lookup("#seen-stage")).getSelectionModel().select(stage));
    }

    private void type(FxRobot robot, String selector, String text) {
        robot.interact(() -> {
            TextField field = (TextField) scene.lookup(selector);
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private String figure(String id) {
        return ((Figure) scene.lookup(id)).get();
    }

    private ButtonBase button(String text) {
        return (ButtonBase) scene.getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof ButtonBase b
                        && (text.equals(b.getText()) || text.equals(b.getAccessibleText())))
                .findFirst()
                .orElseThrow();
    }

    /** All texts below nodes, one a line; letters that stand together are joined. */
    private String words(String selector) {
        StringBuilder all = new StringBuilder();
        for (Node node : List.copyOf(scene.getRoot().lookupAll(selector))) {
            collect(node, all);
        }
        return all.toString();
    }

    private static void collect(Node node, StringBuilder all) {
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            all.append(labeled.getText()).append('\n');
        } else if (node instanceof Text text) {
            all.append(text.getText());
        } else if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
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
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-mix")).fire());
        robot.interact(() -> ((TabPane) scene.lookup(".mix-pane .tab-pane"))
                .getSelectionModel()
                .select(1));
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
