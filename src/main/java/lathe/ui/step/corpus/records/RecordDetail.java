package lathe.ui.step.corpus.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.data.Document;
import lathe.data.browse.RecordRow;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.look.RecordLook;
import lathe.ui.step.corpus.place.Place;
import lathe.ui.step.corpus.place.PlaceWindow;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One record whole, in one of four lights, with the way to its source. */
final class RecordDetail extends VBox {
    private static final double SETTLE_MILLIS = 30;
    private static final int MOST_CHARACTERS = 20_000;

    private final Segments views = new Segments();
    private final FlowPane facts = new FlowPane();
    private final ScrollPane scroll = new ScrollPane();
    private final HBox head = new HBox();
    private int view;
    private @Nullable Shown shown;
    private Supplier<String> template = () -> "alpaca";

    /** A record that was read. */
    private record Shown(RecordRow row, Document document, String stored, String charset, String sought) {}

    RecordDetail() {
        getStyleClass().add("record-detail");
        setId("record-detail");
        facts.getStyleClass().add("facts");
        head.getStyleClass().add("row");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
    }

    void watch(TableView<RecordRow> table, RecordsViewModel model, Texts texts, TaskRunner tasks) {
        LatestTask<Shown> reading = new LatestTask<>(tasks, SETTLE_MILLIS);
        views.fill(List.of(
                texts.get("preview.as.text"),
                texts.get("preview.as.training"),
                texts.get("records.as.stored"),
                texts.get("records.as.meta")));
        views.select(0);
        template = model::template;
        views.onChoose(chosen -> {
            view = chosen;
            draw(texts);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button(texts.get("place.open"), new FontIcon("fth-external-link"));
        open.setId("open-place");
        open.setOnAction(event -> open(texts, tasks));
        Button copy = Nodes.iconButton("fth-copy", texts.get("records.copy"), this::copy);
        head.getChildren().setAll(views, gap, copy, open);
        getChildren().setAll(head, facts, scroll);
        setVisible(false);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, row) -> {
            RecordsViewModel.Found found = model.foundProperty().get();
            if (row != null && found != null) {
                reading.request(context -> read(found, row), read -> show(read, texts), failure -> setVisible(false));
            } else {
                reading.cancel();
                setVisible(false);
            }
        });
    }

    private static Shown read(RecordsViewModel.Found found, RecordRow row) throws java.io.IOException {
        String charset = found.table().files().stream()
                .filter(file -> file.path().equals(row.file()))
                .findFirst()
                .map(file -> file.charset() == null ? "" : file.charset())
                .orElse("");
        return new Shown(
                row,
                found.table().document(row.record()),
                found.table().stored(row.record()),
                charset,
                found.query().text());
    }

    private void show(Shown read, Texts texts) {
        shown = read;
        RecordRow row = read.row();
        List<Node> chips = new ArrayList<>();
        chips.add(Nodes.label(row.id(), "field-label"));
        chips.add(Nodes.label(row.source(), "chip", "chip-small"));
        chips.add(Nodes.label(texts.get("records.characters", row.characters()), "chip", "chip-small"));
        chips.add(Nodes.label(texts.orElse("script." + row.script(), ""), "chip", "chip-small"));
        chips.add(Nodes.label("#" + Numbers.whole(row.record() + 1L), "faint"));
        facts.getChildren().setAll(chips);
        head.lookup("#open-place").setDisable(row.file().isEmpty());
        draw(texts);
        setVisible(true);
    }

    private void draw(Texts texts) {
        Shown now = shown;
        if (now != null) {
            scroll.setContent(drawn(now, new RecordLook(texts, template.get(), MOST_CHARACTERS)));
            scroll.setVvalue(0);
        }
    }

    private Node drawn(Shown now, RecordLook look) {
        return switch (view) {
            case 1 -> look.trained(now.document());
            case 2 -> look.raw(now.stored());
            case 3 -> look.meta(now.document().meta());
            default -> look.readable(now.document(), now.sought());
        };
    }

    private void open(Texts texts, TaskRunner tasks) {
        Shown now = shown;
        if (now != null) {
            RecordRow row = now.row();
            String stored = RecordLook.pretty(now.stored());
            PlaceWindow.open(new Place(row.file(), row.line(), now.charset(), stored), this, texts, tasks);
        }
    }

    private void copy() {
        Shown now = shown;
        if (now != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(view < 2 ? now.document().content() : RecordLook.pretty(now.stored()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
