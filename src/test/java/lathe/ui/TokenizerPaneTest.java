package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.RunContext;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.corpus.Sequences;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The tokenizer pane: trained here, tried, looked through, judged, and laid beside another. */
@ExtendWith(ApplicationExtension.class)
@NullUnmarked
class TokenizerPaneTest {
    @TempDir
    static Path temp;

    private PaneFixture fixture;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new PaneFixture(Files.createTempDirectory(temp, "project"));
        Files.writeString(fixture.folder().resolve("web.jsonl"), records());
        scene = fixture.show(stage);
    }

    private static String records() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String text = i % 2 == 0
                    ? "Number " + i + ": the lathe turns the wood and the turner watches the lathe."
                    : "第" + i + "条：车床旋转木料，木工看着车床。木料变成有用的东西。";
            lines.append("{\"id\": \"r")
                    .append(i)
                    .append("\", \"text\": \"")
                    .append(text)
                    .append("\"}\n");
        }
        return lines.toString();
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aTokenizerIsTrainedTriedAndJudged(FxRobot robot) throws Exception {
        trained(robot, "{vocab-size: 320, pattern: qwen2}");

        robot.interact(() -> ((TextArea) scene.lookup("#try-text")).setText("the lathe 车床"));
        waitFor(() -> words("#try-tokens").contains("车床"));
        assertTrue(words("#try-tokens").contains("\u00a0lathe"), words("#try-tokens"));

        tab(robot, 1);
        waitFor(() -> table().getItems().size() == 320);
        robot.interact(() -> ((TextField) scene.lookup("#vocabulary-search")).setText("车床"));
        assertEquals(1, table().getItems().size());
        robot.interact(() -> table().getSelectionModel().select(0));
        waitFor(() -> words("#merge-tree").contains("车床"));

        tab(robot, 2);
        robot.interact(() -> button("Measure").fire());
        waitFor(() -> words(".tokenizer-pane").contains("records come back exactly"));
        assertTrue(words(".tokenizer-pane").contains("Longest tokens"));
    }

    @Test
    void anotherTokenizerLiesBesideIt(FxRobot robot) throws Exception {
        trained(robot, "{vocab-size: 300}");
        Path other = temp.resolve("other");
        TokenizerTrainers.of((TokenizerSettings.Train)
                        RecipeYaml.readTokenizer("{train: unigram, vocab-size: 300}", Map.of()))
                .train(Sequences.of(List.of("the lathe turns the wood ".repeat(20))), 1, RunContext.quiet())
                .file()
                .write(other);
        // only SentencePiece's own file is left, which must do
        Files.delete(other.resolve("tokenizer.json"));

        tab(robot, 3);
        fixture.dialogs().folder = Optional.of(other);
        robot.interact(() -> button("Choose a folder").fire());

        waitFor(() -> words("#compare-shared").contains("Jaccard"));
    }

    @Test
    void theKindOfTokenizerIsAChoiceOfTheRecipe(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> button("Grow").fire());
        assertTrue(fixture.workbench().recipe().tokenizer() instanceof TokenizerSettings.Extend);
        assertTrue(words(".tokenizer-pane").contains("New tokens"));
        robot.interact(() -> fixture.workbench().editor().undo());
        assertTrue(fixture.workbench().recipe().tokenizer() instanceof TokenizerSettings.Train);
        assertFalse(words(".tokenizer-pane").contains("New tokens"));
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> {
            try {
                fixture.open();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-tokenizer")).fire());
    }

    private void trained(FxRobot robot, String settings) throws Exception {
        open(robot);
        robot.interact(() -> {
            try {
                fixture.workbench().editor().set("tokenizer", settings);
            } catch (lathe.recipe.RecipeException e) {
                throw new IllegalStateException(e);
            }
        });
        robot.interact(() -> button("Train tokenizer").fire());
        waitFor(() -> !words("#try-tokens").isEmpty());
    }

    private void tab(FxRobot robot, int index) {
        robot.interact(() -> ((TabPane) scene.lookup(".tokenizer-pane .tab-pane"))
                .getSelectionModel()
                .select(index));
    }

    private TableView<?> table() {
        return (TableView<?>) scene.lookup("#vocabulary-table");
    }

    private ButtonBase button(String text) {
        return Stream.of(".button", ".toggle-button")
                .flatMap(style -> scene.getRoot().lookupAll(style).stream())
                .filter(node -> node instanceof ButtonBase b && isShown(b) && text.equals(b.getText()))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private String words(String selector) {
        StringBuilder all = new StringBuilder();
        for (Node node : List.copyOf(scene.getRoot().lookupAll(selector))) {
            collect(node, all);
        }
        return all.toString();
    }

    private static void collect(Node node, StringBuilder all) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            all.append(labeled.getText()).append('\n');
        } else if (node instanceof Text text) {
            all.append(text.getText());
        } else if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> collect(child, all));
        }
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
