package lathe.ui.step.clean;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lathe.ui.StepResult;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.ScoreWords;
import lathe.ui.step.clean.trial.Trial;
import lathe.ui.step.clean.trial.TrialViewModel;
import lathe.ui.step.clean.trial.Work;
import org.jspecify.annotations.Nullable;

/** How much of the sample stays, as number and bar; and whether rules are decided on anew or records measured. */
public final class KeptStrip extends HBox {
    private static final double SPINNER = 14;

    private final Label share = Nodes.label("", "kept-share");
    private final Label of = Nodes.label("", "quiet");
    private final StackPane track = new StackPane();
    private final Region bar = new Region();
    private final Label stale = Nodes.label("", "chip", "chip-edited");
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final Label work = Nodes.label("", "chip");

    public KeptStrip() {
        getStyleClass().add("kept-strip");
        share.setId("kept-share");
        of.setId("kept-of");
        work.setId("work");
        track.getStyleClass().add("ledger-track");
        track.setMinWidth(0);
        bar.getStyleClass().addAll("ledger-bar", "ledger-good");
        StackPane.setAlignment(bar, javafx.geometry.Pos.CENTER_LEFT);
        track.getChildren().add(bar);
        HBox.setHgrow(track, Priority.ALWAYS);
        spinner.setMaxSize(SPINNER, SPINNER);
        spinner.setMinSize(SPINNER, SPINNER);
        for (Label label : java.util.List.of(share, of, stale, work)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(share, of, track, stale, spinner, work);
    }

    /** Shows the sample of a view-model from now on. */
    void watch(CleanViewModel model, Texts texts) {
        TrialViewModel trials = model.trials();
        stale.setText(texts.get("result.stale"));
        trials.trialProperty().addListener((property, before, now) -> show(now, texts));
        trials.workProperty().addListener((property, before, now) -> show(now, texts));
        model.importedProperty().addListener((property, before, now) -> show(now));
        show(trials.trialProperty().get(), texts);
        show(trials.workProperty().get(), texts);
        show(model.importedProperty().get());
    }

    private void show(@Nullable StepResult imported) {
        Nodes.show(this, imported != null);
        Nodes.show(stale, imported != null && !imported.current());
    }

    private void show(@Nullable Trial trial, Texts texts) {
        share.setText(trial == null ? "–" : ScoreWords.percent(trial.keptShare()));
        of.setText(trial == null ? "" : texts.get("clean.keptOf", trial.impact().kept(), trial.size()));
        bar.maxWidthProperty().bind(track.widthProperty().multiply(trial == null ? 0 : trial.keptShare()));
    }

    private void show(Work now, Texts texts) {
        Nodes.show(spinner, now.kind() == Work.Kind.MEASURING);
        Nodes.style(work, "chip-running", now.kind() != Work.Kind.NONE);
        work.setText(
                switch (now.kind()) {
                    case NONE -> texts.get("clean.work.none");
                    case DECIDING -> texts.get("clean.work.deciding");
                    case MEASURING -> texts.get("clean.work.measuring", now.records());
                });
        work.setTooltip(new Tooltip(texts.get("clean.work.tip")));
    }
}
