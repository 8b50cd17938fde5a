package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import lathe.recipe.StatisticRules;
import lathe.ui.step.clean.rule.RuleMenuItem;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The clean pane: rules added, bounds dragged, records looked through, exempted. */
@ExtendWith(ApplicationExtension.class)
@NullUnmarked
class CleanPaneTest {
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

    /** Thirty texts of growing length; the last three are copies of others, the first two hold a link each. */
    private static String records() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            int like = i < 27 ? i : 20;
            String link = i < 2 ? " https://example.org/page" + i : "";
            String text = "Number " + like + ": " + "wood and iron ".repeat(like) + "are turned." + link;
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
    void aRuleOfEachGroupCanBeAddedAndMoved(FxRobot robot) throws Exception {
        open(robot);
        for (String label : List.of("words", "replace", "near-duplicates", "personal-information")) {
            robot.interact(() -> button("Add rule").fire());
            robot.interact(() -> ((RuleMenuItem) scene.lookup("#add-" + label)).fire());
            assertEquals(label, rules().get(rules().size() - 1).label());
        }
        assertEquals(6, list().getItems().size());
        assertTrue(words(".rule-title").contains("Personal information"), words(".rule-title"));
        robot.interact(() -> shown("Earlier").get(5).fire());
        assertEquals("personal-information", rules().get(4).label());
        robot.interact(() -> fixture.workbench().editor().undo());
        assertEquals("personal-information", rules().get(5).label());
    }

    @Test
    void theMenuFindsRulesByWhatTheyAreFor(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> button("Add rule").fire());
        robot.interact(() -> ((TextField) scene.lookup("#rule-search")).setText("minhash"));
        assertEquals(1, scene.getRoot().lookupAll(".rule-menu-item").size());
        robot.interact(() -> ((TextField) scene.lookup("#rule-search")).fireEvent(new javafx.event.ActionEvent()));
        assertEquals("near-duplicates", rules().get(2).label());
    }

    @Test
    void draggingALineFollowsAtOnceAndIsOneEdit(FxRobot robot) throws Exception {
        imported(robot);
        waitFor(() -> kept().equals("28 of 31 records stay"));
        waitFor(() -> scene.lookup("#threshold-min").isVisible());
        drag(robot, MouseEvent.MOUSE_PRESSED, 0);
        waitFor(() -> {
            // a hand keeps moving: an axis that is drawn anew meanwhile has another number at the same place
            drag(robot, MouseEvent.MOUSE_DRAGGED, 0.4);
            return !kept().equals("28 of 31 records stay");
        });
        assertEquals(12L, length().min(), "the recipe waits until the line is let go");
        drag(robot, MouseEvent.MOUSE_DRAGGED, 0.6);
        drag(robot, MouseEvent.MOUSE_RELEASED, 0.6);
        Long dropped = length().min();
        assertTrue(dropped > 100, String.valueOf(dropped));
        waitFor(() -> !kept().startsWith("28") && words("#rule-facts").contains("takes out"));
        assertTrue(words("#just-outside").contains("Number"), words("#just-outside"));
        assertTrue(words("#just-inside").contains("Number"), words("#just-inside"));
        robot.interact(() -> fixture.workbench().editor().undo());
        assertEquals(12L, length().min(), "one step back");
        waitFor(() -> kept().equals("28 of 31 records stay"));
        assertFalse(fixture.workbench().editor().undoableProperty().get());
    }

    @Test
    void aLineDraggedBeyondTheEndOpensTheBound(FxRobot robot) throws Exception {
        imported(robot);
        waitFor(() -> scene.lookup("#threshold-min").isVisible());
        drag(robot, MouseEvent.MOUSE_PRESSED, 0);
        drag(robot, MouseEvent.MOUSE_DRAGGED, -0.1);
        drag(robot, MouseEvent.MOUSE_RELEASED, -0.1);
        assertEquals(null, length().min());
    }

    @Test
    void aRecordShowsItsNumbersAndItsChanges(FxRobot robot) throws Exception {
        imported(robot);
        add(robot, "links");
        tab(robot, 1);
        robot.interact(() -> button("changed").fire());
        waitFor(() -> words("#decision").contains("https://example.org/page0"));
        assertTrue(words("#decision").contains("Links · 1 change"), words("#decision"));
        assertTrue(words("#decision").contains("Text length"), words("#decision"));
        assertTrue(scene.lookup("#decision .diff-gone") != null);
    }

    @Test
    void aClusterShowsItsRecordsSideBySide(FxRobot robot) throws Exception {
        imported(robot);
        tab(robot, 2);
        waitFor(() -> words("#pair").contains("r20") && words("#pair").contains("r27"));
        assertTrue(words("#pair").contains("stays"), words("#pair"));
        robot.interact(() -> button("Next record").fire());
        waitFor(() -> words("#pair").contains("r28"));
    }

    @Test
    void aRecordCanBeExempted(FxRobot robot) throws Exception {
        imported(robot);
        tab(robot, 1);
        waitFor(() -> words("#decision").contains("the same text as r20"));
        robot.interact(() -> ((ButtonBase) scene.lookup("#exempt")).fire());
        assertEquals(new ContentRules.Exempt(List.of("r27"), ""), rules().get(0));
        waitFor(() -> kept().equals("29 of 31 records stay"));
        robot.interact(() -> fixture.workbench().editor().undo());
        waitFor(() -> kept().equals("28 of 31 records stay"));
    }

    @Test
    void theFlowAndTheAuditAreDrawn(FxRobot robot) throws Exception {
        imported(robot);
        tab(robot, 4);
        waitFor(() -> words("#flow").contains("31 records read"));
        assertTrue(words("#flow").contains("28 kept"), words("#flow"));
        tab(robot, 3);
        robot.interact(() -> button("Add the rule").fire());
        waitFor(() -> words(".tab-body").contains("0 places in 0 records"));
    }

    private void imported(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> button("Import now").fire());
        waitFor(() -> kept().endsWith("of 31 records stay") && words("#work").contains("up to date"));
    }

    private void add(FxRobot robot, String label) {
        robot.interact(() -> button("Add rule").fire());
        robot.interact(() -> ((RuleMenuItem) scene.lookup("#add-" + label)).fire());
    }

    private void tab(FxRobot robot, int index) {
        robot.interact(() -> ((TabPane) scene.lookup(".clean-body .tab-pane"))
                .getSelectionModel()
                .select(index));
    }

    /** Moves the mouse with the lower line to a part of the histogram's width. */
    private void drag(FxRobot robot, javafx.event.EventType<MouseEvent> type, double at) {
        robot.interact(() -> {
            Node line = scene.lookup("#threshold-min");
            Bounds all = line.getParent().localToScene(line.getParent().getLayoutBounds());
            double x = all.getMinX() + at * all.getWidth();
            double y = all.getCenterY();
            line.fireEvent(new MouseEvent(
                    type,
                    x,
                    y,
                    x,
                    y,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null));
        });
    }

    private String kept() {
        Node kept = scene.lookup("#kept-of");
        return kept == null ? "" : ((Labeled) kept).getText();
    }

    private List<Rule> rules() {
        return fixture.workbench().recipe().clean();
    }

    private StatisticRules.TextLength length() {
        return (StatisticRules.TextLength) rules().get(0);
    }

    private ListView<?> list() {
        return (ListView<?>) scene.lookup(".rule-list");
    }

    /** All texts below nodes. */
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

    private ButtonBase button(String text) {
        return shown(text).get(0);
    }

    private List<ButtonBase> shown(String text) {
        return Stream.of(".button", ".toggle-button")
                .flatMap(style -> scene.getRoot().lookupAll(style).stream())
                .filter(node -> node instanceof ButtonBase b
                        && isShown(b)
                        && (text.equals(b.getText()) || text.equals(b.getAccessibleText())))
                .map(ButtonBase.class::cast)
                .sorted(java.util.Comparator.comparing(
                        node -> node.localToScene(0, 0).getY()))
                .collect(Collectors.toList());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
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
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-clean")).fire());
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
