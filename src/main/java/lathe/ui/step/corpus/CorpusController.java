package lathe.ui.step.corpus;

import java.io.File;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.recipe.CorpusSource;
import lathe.recipe.SplitSettings;
import lathe.ui.PaneContext;
import lathe.ui.kit.DropTarget;
import lathe.ui.kit.FileDialogs;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;

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
    private PreviewCard preview;

    @FXML
    private ImportCard imported;

    @FXML
    private VBox split;

    private final PaneContext context;
    private final Texts texts;
    private final CorpusViewModel model;

    public CorpusController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new CorpusViewModel(context);
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
        preview.watch(model, texts);
        imported.watch(model, texts);
        split.getChildren().add(new SettingsForm(SplitSettings.class, "split", context.editor(), texts));
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        model.sources().addListener((javafx.beans.Observable changed) -> showStart());
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
