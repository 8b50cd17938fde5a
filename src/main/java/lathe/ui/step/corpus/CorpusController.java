package lathe.ui.step.corpus;

import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.ui.PaneContext;
import lathe.ui.kit.DropTarget;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.overview.OverviewTab;
import lathe.ui.step.corpus.preview.PreviewTab;
import lathe.ui.step.corpus.records.RecordsTab;
import lathe.ui.step.corpus.rejected.RejectedTab;
import lathe.ui.step.corpus.source.SourceRow;

/** Binds {@code fxml/corpus/Corpus.fxml} to {@link CorpusViewModel} and the view-models of its tabs. */
public final class CorpusController {
    @FXML
    private StackPane root;

    @FXML
    private Button start;

    @FXML
    private JobBar bar;

    @FXML
    private FailureCard problem;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox body;

    @FXML
    private ListView<SourceRow> sources;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab recordsTab;

    @FXML
    private Tab overviewTab;

    @FXML
    private Tab rejectedTab;

    @FXML
    private PreviewTab preview;

    @FXML
    private RecordsTab records;

    @FXML
    private OverviewTab overview;

    @FXML
    private RejectedTab rejected;

    private final PaneContext context;
    private final CorpusViewModel model;

    public CorpusController(PaneContext context) {
        this.context = context;
        model = new CorpusViewModel(context);
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        DropTarget.on(root, files -> model.add(files.stream().map(File::toPath).toList()));
        bar.watch(model.job(), texts);
        bar.setCancelledText(texts.get("corpus.cancelled"));
        empty.setOther(texts.get("corpus.folder"), model::chooseFolder);
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        SourceStrip.bind(sources, model, texts);
        CorpusTabs parts = new CorpusTabs(model, context);
        parts.watch(preview, records, overview, rejected);
        parts.count(tabs, recordsTab, overviewTab, rejectedTab);
        parts.listen(root, tabs, recordsTab);
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        model.rows().addListener((javafx.beans.Observable changed) -> showStart());
        model.open();
        showStart();
    }

    private void showStart() {
        boolean any = !model.rows().isEmpty();
        start.setDisable(model.job().state().isActive() || !any);
        Nodes.show(empty, !any);
        Nodes.show(body, any);
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void chooseFiles() {
        model.chooseFiles();
    }

    @FXML
    private void chooseFolder() {
        model.chooseFolder();
    }
}
