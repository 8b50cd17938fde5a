package lathe.ui.step.clean.look;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.kit.rows.LazyRows;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The records of the sample with what became of them, and the chosen one's way through the rules. */
public final class RecordsTab extends VBox {
    private final Segments which = new Segments();
    private final TableView<RecordLine> table = new TableView<>();
    private final VBox detail = new VBox();
    private final Button exempt = new Button();
    private boolean showing;

    public RecordsTab() {
        getStyleClass().add("tab-body");
        table.setId("decisions");
        detail.setId("decision");
        detail.getStyleClass().add("trace");
        exempt.setId("exempt");
        exempt.setGraphic(new FontIcon("fth-shield"));
        exempt.setMinWidth(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox below = new VBox(scroll);
        below.getStyleClass().add("record-detail");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        SplitPane split = new SplitPane(table, below);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.4);
        split.getStyleClass().add("records-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(which, gap, exempt);
        head.getStyleClass().add("row");
        getChildren().addAll(head, split);
    }

    /**
     * Shows the records from now on.
     *
     * @param exempted is told the id of a record that shall stay whatever the rules say
     */
    public void watch(RecordsViewModel model, Texts texts, Consumer<String> exempted) {
        which.fill(List.of(
                texts.get("clean.filter.dropped"),
                texts.get("clean.kept"),
                texts.get("clean.filter.changed"),
                texts.get("clean.filter.all")));
        List<RecordsViewModel.Which> choices = List.of(RecordsViewModel.Which.values());
        which.select(choices.indexOf(model.whichProperty().get()));
        which.onChoose(index -> model.whichProperty().set(choices.get(index)));
        exempt.setText(texts.get("clean.exempt"));
        exempt.setOnAction(event -> {
            RecordsViewModel.Traced traced = model.tracedProperty().get();
            if (traced != null) {
                exempted.accept(traced.trace().original().id());
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                model.chosenProperty().set(now.record());
            }
        });
        model.listedProperty().addListener((property, before, now) -> list(now, model, texts));
        model.tracedProperty().addListener((property, before, now) -> show(now, texts));
        model.chosenProperty().addListener((property, before, now) -> select(now.intValue()));
        list(model.listedProperty().get(), model, texts);
        show(model.tracedProperty().get(), texts);
    }

    private void list(RecordsViewModel.@Nullable Listed listed, RecordsViewModel model, Texts texts) {
        if (listed == null) {
            table.getItems().clear();
            return;
        }
        RecordTable.prepare(table, texts, listed.trial().rules());
        showing = true;
        table.setItems(new LazyRows<>(
                listed.records(),
                record -> RecordLine.of(listed.trial(), record),
                RecordLine::record,
                record -> new RecordLine(record, -1, "", "")));
        showing = false;
        int before = model.chosenProperty().get();
        select(before);
        if (before < 0 && listed.records().length > 0) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void select(int record) {
        int row = record < 0 ? -1 : table.getItems().indexOf(new RecordLine(record, -1, "", ""));
        if (row >= 0 && table.getSelectionModel().getSelectedIndex() != row) {
            showing = true;
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 2));
            showing = false;
        } else if (row < 0) {
            table.getSelectionModel().clearSelection();
        }
    }

    private void show(RecordsViewModel.@Nullable Traced traced, Texts texts) {
        exempt.setDisable(traced == null);
        if (traced == null) {
            detail.getChildren().clear();
        } else {
            detail.getChildren().setAll(new TraceView(texts, traced.trial().rules()).of(traced.trace()));
        }
    }

    static SimpleStringProperty property(String text) {
        return new SimpleStringProperty(text);
    }
}
