package lathe.ui.step.clean;

import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import lathe.ui.PaneContext;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.cluster.ClustersTab;
import lathe.ui.step.clean.cluster.ClustersViewModel;
import lathe.ui.step.clean.ledger.LedgerTab;
import lathe.ui.step.clean.look.RecordsTab;
import lathe.ui.step.clean.look.RecordsViewModel;
import lathe.ui.step.clean.privacy.PrivacyTab;
import lathe.ui.step.clean.privacy.PrivacyViewModel;
import lathe.ui.step.clean.score.RuleTab;
import lathe.ui.step.clean.score.ScoreViewModel;

/** Gives each tab its part of the sample. */
final class CleanTabs {
    private final CleanViewModel model;
    private final PaneContext context;
    private final Texts texts;
    private final ScoreViewModel scores;
    private final RecordsViewModel records;
    private final ClustersViewModel clusters;
    private final PrivacyViewModel privacy;

    CleanTabs(CleanViewModel model, PaneContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        scores = new ScoreViewModel(model.trials(), context.editor(), context.tasks());
        records = new RecordsViewModel(model.trials(), context.tasks());
        clusters = new ClustersViewModel(model.trials(), context.tasks());
        privacy = new PrivacyViewModel(model.trials(), context.tasks());
        scores.placeProperty().bind(model.placeProperty());
    }

    /** The chosen rule, and the records; a record that is named elsewhere opens in its tab. */
    void watch(TabPane tabs, RuleTab rule, Tab recordsTab, RecordsTab list) {
        rule.watch(scores, context.editor(), texts, record -> open(record, tabs, recordsTab));
        list.watch(records, texts, model::exempt);
        records.activeProperty().bind(recordsTab.selectedProperty());
    }

    private void open(int record, TabPane tabs, Tab recordsTab) {
        records.look(record);
        tabs.getSelectionModel().select(recordsTab);
    }

    void watch(ClustersTab pairs, Tab tab) {
        pairs.watch(clusters, texts);
        clusters.activeProperty().bind(tab.selectedProperty());
    }

    void watch(PrivacyTab audit, TabPane tabs, Tab recordsTab) {
        audit.watch(privacy, texts, record -> open(record, tabs, recordsTab), () -> model.add("personal-information"));
    }

    void watch(LedgerTab ledger, Tab tab) {
        ledger.prepare(texts);
        Runnable show = () -> {
            if (tab.isSelected()) {
                ledger.show(model.trials().trialProperty().get(), texts);
            }
        };
        model.trials().trialProperty().addListener((property, before, now) -> show.run());
        tab.selectedProperty().addListener((property, before, now) -> show.run());
        model.cleanedProperty()
                .addListener((property, before, now) ->
                        ledger.show(now == null ? null : now.ledger(), now != null && !now.current(), texts));
    }
}
