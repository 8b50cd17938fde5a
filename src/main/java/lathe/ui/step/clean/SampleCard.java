package lathe.ui.step.clean;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.clean.CleanPreview;
import lathe.ui.StepResult;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** What the rules would do to the first records, counted by rule while they are edited. */
public final class SampleCard extends VBox {
    private final Label title = Nodes.label("", "card-title");
    private final Label stale = Nodes.label("", "chip", "chip-edited");
    private final Label busy = Nodes.label("", "chip", "chip-running");
    private final EmptyState empty = new EmptyState();
    private final FailureCard problem = new FailureCard();
    private final LedgerView counts = new LedgerView();

    public SampleCard() {
        getStyleClass().add("card");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, stale, gap, busy);
        head.getStyleClass().add("row");
        getChildren().addAll(head, empty, problem, counts);
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
        Nodes.show(counts, preview != null);
        if (preview == null) {
            title.setText(texts.get("clean.trial"));
            return;
        }
        title.setText(texts.get("clean.sample", preview.decisions().size()));
        counts.show(
                texts.get("clean.kept"), preview.kept(), preview.dropped(), rule -> texts.orElse("rule." + rule, rule));
    }
}
