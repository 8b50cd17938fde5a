package lathe.ui.step.clean;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import lathe.clean.engine.RuleSet;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.Nodes;
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
    private final TabPane tabs;
    private final CleanViewModel model;
    private final PaneContext context;
    private final Texts texts;
    private final ScoreViewModel scores;
    private final RecordsViewModel records;
    private final ClustersViewModel clusters;
    private final PrivacyViewModel privacy;

    CleanTabs(TabPane tabs, CleanViewModel model, PaneContext context) {
        this.tabs = tabs;
        this.model = model;
        this.context = context;
        texts = context.texts();
        scores = new ScoreViewModel(model.trials(), context.editor(), context.tasks());
        records = new RecordsViewModel(model.trials(), context.tasks());
        clusters = new ClustersViewModel(model.trials(), context.tasks());
        privacy = new PrivacyViewModel(model.trials(), context.tasks());
        scores.placeProperty().bind(model.placeProperty());
    }

    /** Shows the tab that has this content. */
    void select(Node content) {
        tabs.getSelectionModel().select(of(content));
    }

    /** Shows what to do while there are no records to look at; then only the settings of a rule are open. */
    void watch(EmptyState empty) {
        model.importedProperty().addListener((property, before, now) -> show(empty, now != null));
        show(empty, model.importedProperty().get() != null);
    }

    private void show(EmptyState empty, boolean imported) {
        Nodes.show(empty, !imported);
        for (Tab tab : tabs.getTabs().subList(1, tabs.getTabs().size())) {
            tab.setDisable(!imported);
        }
        if (!imported) {
            tabs.getSelectionModel().selectFirst();
        }
    }

    private Tab of(Node content) {
        return tabs.getTabs().stream()
                .filter(tab -> content.equals(tab.getContent()))
                .findFirst()
                .orElseThrow();
    }

    /** The chosen rule, and the records; a record that is named elsewhere opens in its tab. */
    void watch(RuleTab rule, RecordsTab list, PrivacyTab audit) {
        IntConsumer open = record -> {
            records.look(record);
            select(list);
        };
        rule.watch(scores, context.editor(), texts, open);
        list.watch(records, texts, model::exempt);
        records.activeProperty().bind(of(list).selectedProperty());
        audit.watch(privacy, texts, open, () -> model.add("personal-information"));
    }

    void watch(ClustersTab pairs) {
        pairs.watch(clusters, texts);
        clusters.activeProperty().bind(of(pairs).selectedProperty());
    }

    void watch(LedgerTab ledger) {
        Tab tab = of(ledger);
        ledger.prepare(texts);
        Runnable show = () -> {
            if (tab.isSelected()) {
                ledger.show(model.trials().trialProperty().get(), texts);
            }
        };
        model.trials().trialProperty().addListener((property, before, now) -> show.run());
        tab.selectedProperty().addListener((property, before, now) -> show.run());
        model.cleanedProperty()
                .addListener((property, before, now) -> ledger.show(
                        now == null ? null : now.ledger(),
                        RuleSet.names(context.editor().recipe().clean()),
                        now != null && !now.current(),
                        texts));
    }
}
