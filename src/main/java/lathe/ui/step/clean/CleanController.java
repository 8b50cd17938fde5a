package lathe.ui.step.clean;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.cluster.ClustersTab;
import lathe.ui.step.clean.ledger.LedgerTab;
import lathe.ui.step.clean.look.RecordsTab;
import lathe.ui.step.clean.privacy.PrivacyTab;
import lathe.ui.step.clean.rule.RuleMenu;
import lathe.ui.step.clean.rule.RuleRow;
import lathe.ui.step.clean.score.RuleTab;

/** Binds {@code fxml/clean/Clean.fxml} to {@link CleanViewModel} and the view-models of its tabs. */
public final class CleanController {
    @FXML
    private Button start;

    @FXML
    private JobBar bar;

    @FXML
    private FailureCard problem;

    @FXML
    private Button add;

    @FXML
    private RuleMenu menu;

    @FXML
    private VBox cards;

    @FXML
    private ListView<RuleRow> rules;

    @FXML
    private EmptyState empty;

    @FXML
    private KeptStrip kept;

    @FXML
    private TabPane tabs;

    @FXML
    private RuleTab rule;

    @FXML
    private RecordsTab records;

    @FXML
    private ClustersTab clusters;

    @FXML
    private PrivacyTab privacy;

    @FXML
    private LedgerTab ledger;

    private final PaneContext context;
    private final Texts texts;
    private final CleanViewModel model;

    public CleanController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new CleanViewModel(context);
    }

    @FXML
    private void initialize() {
        bar.watch(model.job(), texts);
        kept.watch(model, texts);
        RuleList.bind(rules, model, texts);
        CleanTabs parts = new CleanTabs(tabs, model, context);
        parts.watch(rule, records, privacy);
        parts.watch(clusters);
        parts.watch(ledger);
        menu.openInPlaceOf(cards, add, texts, label -> {
            model.add(label);
            parts.select(rule);
        });
        model.trials().problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        parts.watch(empty);
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        context.editor().recipeProperty().addListener((property, before, now) -> showStart());
        model.open();
        showStart();
    }

    private void showStart() {
        start.setDisable(model.job().state().isActive()
                || context.editor().recipe().corpus().isEmpty());
    }

    @FXML
    private void addRule() {
        menu.toggle();
    }

    @FXML
    private void importFirst() {
        model.importFirst();
    }

    @FXML
    private void start() {
        model.start();
    }
}
