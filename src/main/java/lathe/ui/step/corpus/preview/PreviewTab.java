package lathe.ui.step.corpus.preview;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.ingest.Preview;
import lathe.recipe.CorpusSource;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first records of the chosen source, with what was recognised and what can be corrected. */
public final class PreviewTab extends VBox {
    private final Label found = Nodes.label("", "quiet");
    private final FontIcon mark = new FontIcon("fth-check-circle");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Segments views = new Segments();
    private final FailureCard problem = new FailureCard();
    private final VBox samples = new VBox();
    private int view;

    public PreviewTab() {
        getStyleClass().add("tab-body");
        samples.getStyleClass().add("samples");
        samples.setId("preview-records");
        busy.setMaxSize(16, 16);
        found.setId("recognised");
        mark.getStyleClass().add("mark-done");
    }

    /** Shows the preview of a view-model from now on. */
    public void watch(PreviewViewModel model, Texts texts) {
        Corrections corrections = new Corrections(model, texts);
        views.fill(List.of(
                texts.get("preview.as.text"), texts.get("preview.as.training"), texts.get("preview.as.source")));
        views.select(0);
        views.setMinWidth(USE_PREF_SIZE);
        views.onChoose(chosen -> {
            view = chosen;
            fill(model, texts);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(mark, found, busy, gap, views);
        head.getStyleClass().add("row");
        ScrollPane scroll = new ScrollPane(samples);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(corrections, head, problem, scroll);
        Nodes.showWhile(busy, model.busyProperty());
        model.previewProperty().addListener((property, before, now) -> show(model, texts));
        model.sourceProperty().addListener((property, before, now) -> {
            if (before == null || now == null || !before.path().equals(now.path())) {
                scroll.setVvalue(0);
            }
            // another way to read a source may find the same records: then the preview says nothing new
            show(model, texts);
        });
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        show(model, texts);
    }

    private void show(PreviewViewModel model, Texts texts) {
        Preview preview = model.previewProperty().get();
        Nodes.show(mark, preview != null && !preview.records().isEmpty());
        found.setText(
                preview == null ? "" : sentence(preview, model.sourceProperty().get(), texts));
        fill(model, texts);
    }

    private void fill(PreviewViewModel model, Texts texts) {
        samples.getChildren().clear();
        Preview preview = model.previewProperty().get();
        if (preview == null) {
            return;
        }
        if (preview.samples().isEmpty()) {
            samples.getChildren().add(Nodes.wrapped(texts.get("preview.none"), "quiet"));
        }
        SampleView drawn = new SampleView(texts, model.template(), view);
        preview.samples().forEach(sample -> samples.getChildren().add(drawn.of(sample)));
    }

    /** What was recognised, in words. */
    static String sentence(Preview preview, @Nullable CorpusSource source, Texts texts) {
        String format = texts.orElse("format." + preview.format(), preview.format());
        if (source != null && !source.map().isEmpty()) {
            return texts.get("preview.mapped", format, preview.files());
        }
        String preset = texts.orElse("preset." + preview.preset() + ".long", preview.preset());
        boolean asked = source != null && !source.preset().equals("auto");
        return texts.get(asked ? "preview.asked" : "preview.recognised", preset, format, preview.files());
    }
}
