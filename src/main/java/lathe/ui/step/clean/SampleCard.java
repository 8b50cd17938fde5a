package lathe.ui.step.clean;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.clean.CleanPreview;
import lathe.clean.Decision;
import lathe.ui.StepResult;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** What the rules would do to the first records: counts by rule, the records, and why one of them goes. */
public final class SampleCard extends VBox {
    private static final double TABLE_HEIGHT = 220;

    private final Label title = Nodes.label("", "card-title");
    private final Label stale = Nodes.label("", "chip", "chip-edited");
    private final Label busy = Nodes.label("", "chip", "chip-running");
    private final EmptyState empty = new EmptyState();
    private final FailureCard problem = new FailureCard();
    private final LedgerView counts = new LedgerView();
    private final TableView<Decision> records = new TableView<>();
    private final VBox record = new VBox(8);
    private final VBox body = new VBox(12, counts, records, record);

    public SampleCard() {
        getStyleClass().add("card");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, stale, gap, busy);
        head.getStyleClass().add("row");
        records.setPrefHeight(TABLE_HEIGHT);
        records.setId("decisions");
        record.setId("decision");
        getChildren().addAll(head, empty, problem, body);
    }

    /** Shows the sample of a view-model from now on. */
    void watch(CleanViewModel model, Texts texts) {
        stale.setText(texts.get("result.stale"));
        busy.setText(texts.get("clean.busy"));
        empty.setIcon("fth-filter");
        empty.setTitle(texts.get("clean.empty.title"));
        empty.setText(texts.get("clean.empty.text"));
        empty.setAction(texts.get("clean.empty.action"));
        empty.setOnAction(event -> model.importFirst());
        DecisionTable.prepare(records, texts);
        records.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> DecisionDetail.fill(record, now, texts));
        Nodes.showWhile(busy, model.busyProperty());
        model.previewProperty().addListener((property, before, now) -> show(now, texts));
        model.importedProperty().addListener((property, before, now) -> show(now));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        show(model.previewProperty().get(), texts);
        show(model.importedProperty().get());
    }

    private void show(@Nullable StepResult imported) {
        Nodes.show(empty, imported == null);
        Nodes.show(stale, imported != null && !imported.current());
    }

    private void show(@Nullable CleanPreview preview, Texts texts) {
        Nodes.show(body, preview != null);
        title.setText(
                preview == null
                        ? texts.get("clean.trial")
                        : texts.get("clean.sample", preview.decisions().size()));
        if (preview != null) {
            counts.show(
                    texts.get("clean.kept"),
                    preview.kept(),
                    preview.dropped(),
                    rule -> texts.orElse("rule." + rule, rule));
            records.getItems().setAll(preview.decisions());
        }
    }
}
