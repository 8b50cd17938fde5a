package lathe.ui.step.corpus.overview;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.data.browse.SourceSummary;
import lathe.recipe.SplitSettings;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.ResultCard;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import lathe.ui.step.corpus.source.OpenCorpus;
import org.jspecify.annotations.Nullable;

/** The account of the import, a card for each source, and what is held out. */
public final class OverviewTab extends VBox {
    private final ResultCard account = new ResultCard();
    private final LedgerView ledger = new LedgerView();
    private final VBox cards = new VBox();
    private final VBox split = new VBox();
    private final EmptyState empty = new EmptyState();
    private final Map<String, SourceSummaryCard> bySource = new HashMap<>();

    public OverviewTab() {
        getStyleClass().add("tab-body");
        cards.getStyleClass().add("card-column");
        cards.setId("source-cards");
        split.getStyleClass().add("card");
        account.getChildren().add(ledger);
        VBox all = new VBox(empty, account, cards, split);
        all.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /** Shows the corpus of a view-model from now on. */
    public void watch(OverviewViewModel model, Texts texts, RecipeEditor editor, Runnable importNow) {
        account.setTitle(texts.get("corpus.ledger"));
        account.setStaleText(texts.get("result.stale"));
        empty.setIcon("fth-bar-chart-2");
        empty.setTitle(texts.get("records.empty.title"));
        empty.setText(texts.get("overview.empty.text"));
        empty.setAction(texts.get("corpus.import"));
        empty.setOnAction(event -> importNow.run());
        split.getChildren()
                .setAll(
                        Nodes.label(texts.get("setting.recipe.split"), "card-title"),
                        new SettingsForm(SplitSettings.class, "split", editor, texts));
        model.corpusProperty().addListener((property, before, now) -> show(now, texts));
        model.languagesProperty()
                .addListener((property, before, now) ->
                        now.forEach((source, languages) -> showLanguages(source, languages, texts)));
        show(model.corpusProperty().get(), texts);
        model.languagesProperty().get().forEach((source, languages) -> showLanguages(source, languages, texts));
    }

    private void showLanguages(String source, Map<String, Integer> languages, Texts texts) {
        SourceSummaryCard card = bySource.get(source);
        if (card != null) {
            card.showLanguages(languages, texts);
        }
    }

    private void show(@Nullable OpenCorpus corpus, Texts texts) {
        Nodes.show(empty, corpus == null);
        account.show(corpus != null, corpus != null && !corpus.current());
        if (corpus == null) {
            cards.getChildren().clear();
            bySource.clear();
            return;
        }
        ledger.show(
                texts.get("corpus.kept"),
                corpus.ledger().kept(),
                corpus.ledger().rejected(),
                reason -> texts.orElse("reason." + reason, reason));
        Map<String, SourceSummaryCard> made = new HashMap<>();
        cards.getChildren().clear();
        for (SourceSummary summary : corpus.summaries()) {
            // a card that shows these figures already keeps its languages
            SourceSummaryCard before = bySource.get(summary.source());
            SourceSummaryCard card =
                    before != null && before.shows(summary) ? before : new SourceSummaryCard(summary, texts);
            made.put(summary.source(), card);
            cards.getChildren().add(card);
        }
        bySource.clear();
        bySource.putAll(made);
    }
}
