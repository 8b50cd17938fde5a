package lathe.ui.step.clean;

import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.clean.CleanPreview;
import lathe.clean.Decision;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** The records of the sample with what became of them, and the chosen one with the reason. */
public final class SampleRecords extends VBox {
    private static final double HEIGHT = 300;
    private static final double DETAIL_WIDTH = 300;
    private static final List<Predicate<Decision>> FILTERS =
            List.of(decision -> !decision.kept(), Decision::kept, decision -> true);

    private final HBox head = new HBox();
    private final Segments filter = new Segments();
    private final TableView<Decision> table = new TableView<>();
    private final VBox detail = new VBox(8);
    private FilteredList<Decision> shown = new FilteredList<>(FXCollections.observableArrayList());
    private int chosen;

    public SampleRecords() {
        getStyleClass().add("card");
        head.getStyleClass().add("row");
        table.setPrefHeight(HEIGHT);
        table.setId("decisions");
        detail.setId("decision");
        detail.setMinWidth(DETAIL_WIDTH);
        detail.setPrefWidth(DETAIL_WIDTH);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox body = new HBox(table, detail);
        body.getStyleClass().add("columns");
        getChildren().addAll(head, body);
    }

    /** Shows the sample of a view-model from now on. */
    void watch(CleanViewModel model, Texts texts) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().setAll(Nodes.label(texts.get("clean.records"), "card-title"), gap, filter);
        filter.fill(List.of(texts.get("clean.filter.dropped"), texts.get("clean.kept"), texts.get("clean.filter.all")));
        filter.select(chosen);
        filter.onChoose(this::choose);
        DecisionTable.prepare(table, texts);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> DecisionDetail.fill(detail, now, texts));
        model.previewProperty().addListener((property, before, now) -> show(now));
        show(model.previewProperty().get());
    }

    private void choose(int index) {
        chosen = index;
        shown.setPredicate(FILTERS.get(index));
        table.getSelectionModel().selectFirst();
    }

    private void show(@Nullable CleanPreview preview) {
        Nodes.show(this, preview != null);
        if (preview != null) {
            shown = new FilteredList<>(FXCollections.observableArrayList(preview.decisions()), FILTERS.get(chosen));
            table.setItems(shown);
            table.getSelectionModel().selectFirst();
        }
    }
}
