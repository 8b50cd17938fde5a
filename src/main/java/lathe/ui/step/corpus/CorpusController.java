package lathe.ui.step.corpus;

import java.io.File;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.data.Rejected;
import lathe.ingest.Preview;
import lathe.recipe.CorpusSource;
import lathe.ui.PaneContext;
import lathe.ui.kit.DropTarget;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.FileDialogs;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import org.jspecify.annotations.Nullable;

/** Binds {@code fxml/corpus/Corpus.fxml} to {@link CorpusViewModel}. */
public final class CorpusController {
    @FXML
    private Button start;

    @FXML
    private JobBar bar;

    @FXML
    private HBox drop;

    @FXML
    private HBox columns;

    @FXML
    private ListView<CorpusSource> sources;

    @FXML
    private VBox form;

    @FXML
    private Label found;

    @FXML
    private Segments as;

    @FXML
    private FailureCard problem;

    @FXML
    private VBox records;

    @FXML
    private VBox ledgerCard;

    @FXML
    private Label stale;

    @FXML
    private LedgerView ledger;

    @FXML
    private ListView<Rejected> rejected;

    private final PaneContext context;
    private final Texts texts;
    private final CorpusViewModel model;
    private final RecordsCard look;

    public CorpusController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new CorpusViewModel(context);
        look = new RecordsCard(texts);
    }

    @FXML
    private void initialize() {
        bar.watch(model.job(), texts);
        DropTarget.on(drop, files -> model.add(files.stream().map(File::toPath).toList()));
        sources.setItems(model.sources());
        sources.setCellFactory(list -> new SourceCell(texts, model::remove));
        sources.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.selectedProperty().set(now.intValue());
            }
        });
        model.selectedProperty().addListener((property, before, now) -> showSelected());
        as.fill(List.of(texts.get("corpus.as.record"), texts.get("corpus.as.training")));
        as.select(0);
        as.onChoose(index -> {
            look.asTraining(index == 1);
            look.fill(records, model.previewProperty().get());
        });
        rejected.setCellFactory(list -> new RejectedCell(texts));
        model.previewProperty().addListener((property, before, now) -> show(now));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        model.importedProperty().addListener((property, before, now) -> show(now));
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        model.sources().addListener((javafx.beans.Observable changed) -> showStart());
        show(model.importedProperty().get());
        model.open();
        showStart();
        showSelected();
    }

    private void showStart() {
        start.setDisable(model.job().state().isActive() || model.sources().isEmpty());
        Nodes.show(columns, !model.sources().isEmpty());
    }

    private void showSelected() {
        int index = model.selectedProperty().get();
        form.getChildren().clear();
        if (index >= 0 && index < model.sources().size()) {
            sources.getSelectionModel().select(index);
            String path = "corpus." + index;
            form.getChildren()
                    .add(new SettingsForm(CorpusSource.class, path, context.editor(), texts, "preset", "format"));
        }
    }

    private void show(@Nullable Preview preview) {
        found.setText(
                preview == null ? "" : texts.get("corpus.found", preview.format(), preview.preset(), preview.files()));
        look.fill(records, preview);
    }

    private void show(@Nullable Imported imported) {
        Nodes.show(ledgerCard, imported != null);
        if (imported != null) {
            Nodes.show(stale, !imported.current());
            ledger.show(
                    texts.get("corpus.kept"),
                    imported.ledger().kept(),
                    imported.ledger().rejected(),
                    reason -> texts.orElse("reason." + reason, reason));
            rejected.getItems().setAll(imported.rejected());
            Nodes.show(rejected, !imported.rejected().isEmpty());
        }
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void chooseFiles() {
        List<String> all = List.of("*.txt", "*.jsonl", "*.json");
        model.add(
                context.dialogs().open(texts.get("corpus.files"), new FileDialogs.Kind(texts.get("corpus.kind"), all)));
    }

    @FXML
    private void chooseFolder() {
        context.dialogs().folder(texts.get("corpus.folder")).ifPresent(folder -> model.add(List.of(folder)));
    }
}
