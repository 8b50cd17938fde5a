package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lathe.data.browse.RecordRow;
import lathe.recipe.CorpusSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The corpus pane: sources in, corrected, imported, looked through. */
@ExtendWith(ApplicationExtension.class)
@NullUnmarked
class CorpusPaneTest {
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
    void filesCanBeDroppedAnywhereOnThePane(FxRobot robot) throws Exception {
        open(robot);
        Path more = Files.writeString(fixture.folder().resolve("more.txt"), "Another text.");
        robot.interact(() -> Drops.drop(scene.lookup(".corpus-pane"), List.of(more.toFile())));
        assertEquals("more.txt", corpus().get(2).path());
        waitFor(() -> words("#preview-records").contains("Another text."));
        robot.interact(() -> fixture.workbench().editor().undo());
        assertEquals(2, corpus().size());
    }

    @Test
    void thePreviewShowsARecordInThreeLightsAndFollowsCorrections(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, 1);
        waitFor(() -> words("#preview-records").contains("It turns wood or metal."));
        assertTrue(words("#preview-records").contains("User"), words("#preview-records"));
        click(robot, "As trained");
        assertTrue(words("#preview-records").contains("### Response:"), words("#preview-records"));
        click(robot, "Raw source");
        assertTrue(words("#preview-records").contains("\"instruction\" : \"What does"), words("#preview-records"));

        click(robot, "Text");
        robot.interact(() -> this.<String>combo("#source-preset").setValue("text"));
        assertEquals("text", corpus().get(1).preset());
        waitFor(() -> words("#preview-records").contains("rejected: missing field"));
        robot.interact(() -> fixture.workbench().editor().undo());
        waitFor(() -> words("#preview-records").contains("User"));
    }

    @Test
    void columnsCanBeNamedByHand(FxRobot robot) throws Exception {
        Path odd = Files.writeString(
                fixture.folder().resolve("odd.jsonl"), "{\"frage\": \"Was?\", \"antwort\": \"Das.\"}\n");
        open(robot);
        fixture.dialogs().files = List.of(odd);
        click(robot, "Files…");
        waitFor(() -> words("#preview-records").contains("rejected"));
        robot.interact(() -> ((ToggleButton) scene.lookup("#source-map")).fire());
        waitFor(() -> words("#preview-records").contains("Was?"));
        assertEquals(Map.of("text", "frage"), corpus().get(2).map());
        click(robot, "question and answer");
        waitFor(() -> words("#preview-records").contains("Assistant"));
        assertEquals(
                Map.of("instruction", "frage", "output", "antwort"),
                corpus().get(2).map());
        robot.interact(() -> this.<String>combo("#map-output").setValue("frage"));
        waitFor(() -> !words("#preview-records").contains("Das."));
        robot.interact(() -> ((ToggleButton) scene.lookup("#source-map")).fire());
        assertEquals(Map.of(), corpus().get(2).map());
    }

    @Test
    void sourcesCanBeRenamedAndRemoved(FxRobot robot) throws Exception {
        open(robot);
        waitFor(() -> scene.lookup(".source-card") != null);
        robot.interact(() -> button("Rename this source").fire());
        TextField name = (TextField) scene.lookup("#rename");
        robot.interact(() -> {
            name.setText("pages");
            name.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals("pages", corpus().get(0).source());
        assertEquals(
                List.of("pages"), fixture.workbench().recipe().train().get(0).sources());
        robot.interact(() -> button("Remove this source").fire());
        assertEquals(2, corpus().size(), "a stage trains on it alone");
        assertTrue(words(".corpus-body").contains("Stage 1 trains on pages and nothing else."));
    }

    @Test
    void anImportCanBeLookedThrough(FxRobot robot) throws Exception {
        open(robot);
        click(robot, "Import");
        waitFor(() -> table().getItems().size() == 4);
        waitFor(() -> words(".source-strip").contains("3 records"));
        tab(robot, 1);

        search(robot, "LATHE");
        waitFor(() -> table().getItems().size() == 3);
        assertTrue(words(".tab-body").contains("3 of 4 records"), words(".tab-body"));
        waitFor(() -> scene.lookup("#record-detail .text-hit") != null);
        search(robot, "");
        waitFor(() -> table().getItems().size() == 4);

        robot.interact(
                () -> table().getSortOrder().setAll(List.of(table().getColumns().get(3))));
        waitFor(() -> excerpts().startsWith("Too short."));
        robot.interact(() -> ((ToggleButton) scene.lookup("#source-chat")).fire());
        waitFor(() -> excerpts().startsWith("What does a lathe do?")
                && table().getItems().size() == 1);
        robot.interact(() -> ((ToggleButton) scene.lookup("#source-chat")).fire());
        robot.interact(() -> ((TextField) scene.lookup("#records-fewest")).setText("20"));
        waitFor(() -> table().getItems().size() == 3);

        openAtLine(robot);
        rejectedAndOverview(robot);
    }

    private void openAtLine(FxRobot robot) throws Exception {
        waitFor(() -> scene.lookup("#record-detail").isVisible());
        robot.interact(() -> ((ButtonBase) scene.lookup("#open-place")).fire());
        waitFor(() -> robot.lookup("#place-lines").tryQuery().isPresent());
        ListView<?> lines = robot.lookup("#place-lines").queryListView();
        waitFor(() -> lines.getItems().size() == 4 || lines.getItems().size() == 1);
        assertTrue(String.valueOf(lines.getSelectionModel().getSelectedItem()).contains("lathe"));
        robot.interact(() -> lines.getScene().getWindow().hide());
    }

    private void rejectedAndOverview(FxRobot robot) throws Exception {
        tab(robot, 3);
        ListView<?> rejected = (ListView<?>) scene.lookup("#rejected-list");
        assertEquals(1, rejected.getItems().size());
        waitFor(() -> words("#rejected-list").contains("web.jsonl:4"));
        robot.interact(() -> ((ToggleButton) scene.lookup("#reason-bad-json")).fire());
        assertEquals(1, rejected.getItems().size());
        tab(robot, 2);
        waitFor(() -> words("#source-cards").contains("English"));
        assertEquals(2, scene.getRoot().lookupAll("#source-cards > .card").size());
    }

    @Test
    void controlFGoesToTheSearch(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> scene.lookup(".source-strip").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertEquals(1, tabs().getSelectionModel().getSelectedIndex());
        assertTrue(robot.lookup("Nothing is imported yet").tryQuery().isPresent());
    }

    @Test
    void aSourceThatChangedOnTheDiskIsMarked(FxRobot robot) throws Exception {
        open(robot);
        click(robot, "Import");
        waitFor(() -> table().getItems().size() == 4);
        assertFalse(words(".source-strip").contains("changed"));
        Path web = fixture.folder().resolve("web.jsonl");
        Files.writeString(web, "{\"id\": \"9\", \"text\": \"Now another text.\"}\n");
        Files.setLastModifiedTime(
                web, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-clean")).fire());
        robot.interact(() -> ((ToggleButton) scene.lookup("#rail-corpus")).fire());
        waitFor(() -> words(".source-strip").contains("changed"));
    }

    private List<CorpusSource> corpus() {
        return fixture.workbench().recipe().corpus();
    }

    private String excerpts() {
        return table().getItems().stream().map(RecordRow::excerpt).collect(Collectors.joining("|"));
    }

    @SuppressWarnings("unchecked")
    private TableView<RecordRow> table() {
        Node found = tabs().getTabs().get(1).getContent().lookup("#records-table");
        return (TableView<RecordRow>) found;
    }

    private TabPane tabs() {
        return (TabPane) scene.lookup(".tab-pane");
    }

    private void tab(FxRobot robot, int index) {
        robot.interact(() -> tabs().getSelectionModel().select(index));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, int index) {
        ListView<?> strip = (ListView<?>) scene.lookup(".source-strip");
        robot.interact(() -> strip.getSelectionModel().clearAndSelect(index));
    }

    private void search(FxRobot robot, String words) {
        robot.interact(() -> ((TextField) scene.lookup("#records-search")).setText(words));
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(String id) {
        return (ComboBox<T>) scene.lookup(id);
    }

    /** All texts below a node. */
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
            if (labeled.getGraphic() != null) {
                collect(labeled.getGraphic(), all);
            }
        } else if (node instanceof Text text) {
            all.append(text.getText());
        } else if (node instanceof Pane pane) {
            List.copyOf(pane.getChildren()).forEach(child -> collect(child, all));
        } else if (node instanceof javafx.scene.Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> collect(child, all));
        }
    }

    private void click(FxRobot robot, String text) {
        robot.interact(() -> button(text).fire());
    }

    private ButtonBase button(String text) {
        return (ButtonBase) Stream.of(".button", ".toggle-button")
                .flatMap(style -> scene.getRoot().lookupAll(style).stream())
                .filter(node -> node instanceof ButtonBase b
                        && isShown(b)
                        && (text.equals(b.getText()) || text.equals(b.getAccessibleText())))
                .findFirst()
                .orElseThrow();
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
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
