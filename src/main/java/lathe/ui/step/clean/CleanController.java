package lathe.ui.step.clean;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.cluster.ClustersTab;
import lathe.ui.step.clean.ledger.LedgerTab;
import lathe.ui.step.clean.look.RecordsTab;
import lathe.ui.step.clean.privacy.PrivacyTab;
import lathe.ui.step.clean.rule.RuleMenu;
import lathe.ui.step.clean.rule.RuleRow;
import lathe.ui.step.clean.score.RuleTab;
import org.kordamp.ikonli.javafx.FontIcon;

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
    private Tab ruleTab;

    @FXML
    private Tab recordsTab;

    @FXML
    private Tab clustersTab;

    @FXML
    private Tab ledgerTab;

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
        menu.fill(texts, this::choose, () -> showMenu(false));
        showMenu(false);
        CleanTabs parts = new CleanTabs(model, context);
        parts.watch(tabs, rule, recordsTab, records);
        parts.watch(clusters, clustersTab);
        parts.watch(privacy, tabs, recordsTab);
        parts.watch(ledger, ledgerTab);
        model.trials().problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        model.importedProperty().addListener((property, before, now) -> Nodes.show(empty, now == null));
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        context.editor().recipeProperty().addListener((property, before, now) -> showStart());
        model.open();
        showStart();
    }

    private void choose(String label) {
        showMenu(false);
        model.add(label);
        tabs.getSelectionModel().select(ruleTab);
    }

    private void showMenu(boolean open) {
        Nodes.show(menu, open);
        Nodes.show(cards, !open);
        add.setText(texts.get(open ? "clean.menu.close" : "clean.add"));
        add.setGraphic(new FontIcon(open ? "fth-x" : "fth-plus"));
        if (open) {
            menu.open();
        }
    }

    private void showStart() {
        start.setDisable(model.job().state().isActive()
                || context.editor().recipe().corpus().isEmpty());
    }

    @FXML
    private void addRule() {
        showMenu(!menu.isVisible());
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
