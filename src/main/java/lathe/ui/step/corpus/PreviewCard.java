package lathe.ui.step.corpus;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.ingest.Preview;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** The first records of the chosen source, before anything is imported. */
public final class PreviewCard extends VBox {
    private final Label title = Nodes.label("", "card-title");
    private final Label found = Nodes.label("", "card-note");
    private final Segments as = new Segments();
    private final FailureCard problem = new FailureCard();
    private final VBox records = new VBox(8);

    public PreviewCard() {
        getStyleClass().add("card");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        as.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, found, gap, as);
        head.getStyleClass().add("row");
        getChildren().addAll(head, problem, records);
        records.setId("preview-records");
    }

    /** Shows the preview of a view-model from now on. */
    void watch(CorpusViewModel model, Texts texts) {
        RecordsCard look = new RecordsCard(texts);
        title.setText(texts.get("corpus.preview"));
        as.fill(List.of(texts.get("corpus.as.record"), texts.get("corpus.as.training")));
        as.select(0);
        as.onChoose(index -> {
            look.asTraining(index == 1);
            look.fill(records, model.previewProperty().get());
        });
        model.previewProperty().addListener((property, before, now) -> show(now, model, look, texts));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
    }

    private void show(@Nullable Preview preview, CorpusViewModel model, RecordsCard look, Texts texts) {
        found.setText(
                preview == null ? "" : texts.get("corpus.found", preview.format(), preview.preset(), preview.files()));
        look.template(model.template());
        look.fill(records, preview);
    }
}
