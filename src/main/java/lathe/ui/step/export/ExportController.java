package lathe.ui.step.export;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lathe.recipe.ExportFormat;
import lathe.recipe.SettingsTable;
import lathe.ui.PaneContext;
import lathe.ui.WizardStep;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** Binds {@code fxml/export/Export.fxml} to {@link ExportViewModel}. */
public final class ExportController {
    @FXML
    private Button start;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox choices;

    @FXML
    private VBox formats;

    @FXML
    private VBox target;

    @FXML
    private TextField folder;

    @FXML
    private FailureCard problem;

    @FXML
    private VBox resultCard;

    @FXML
    private VBox results;

    private final PaneContext context;
    private final Texts texts;
    private final ExportViewModel model;

    public ExportController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new ExportViewModel(context);
    }

    @FXML
    private void initialize() {
        folder.textProperty().bindBidirectional(model.folderProperty());
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        model.trainedProperty().addListener((property, before, now) -> show());
        model.busyProperty().addListener((property, before, now) -> show());
        model.items().addListener((javafx.beans.Observable changed) -> showResults());
        context.editor().recipeProperty().addListener((property, before, now) -> show());
        show();
        showResults();
        model.open();
    }

    private void show() {
        boolean trained = model.trainedProperty().get() != null;
        Nodes.show(empty, !trained);
        Nodes.show(choices, trained);
        Nodes.show(target, trained);
        formats.getChildren().clear();
        for (ExportFormat format : ExportFormat.values()) {
            formats.getChildren().add(choice(format));
        }
        boolean any = context.editor().recipe().export().stream().anyMatch(model::isPossible);
        start.setDisable(!trained || !any || model.busyProperty().get());
    }

    private VBox choice(ExportFormat format) {
        String word = SettingsTable.word(format);
        CheckBox box = new CheckBox(texts.get("choice.ExportFormat." + word));
        box.setId("format-" + word);
        box.setSelected(model.isChosen(format) && model.isPossible(format));
        box.setDisable(!model.isPossible(format));
        box.setOnAction(event -> model.choose(format, box.isSelected()));
        VBox choice = new VBox(2, box, Nodes.wrapped(texts.get("export.about." + word), "field-help"));
        choice.getStyleClass().add("export-choice");
        return choice;
    }

    private void showResults() {
        Nodes.show(resultCard, !model.items().isEmpty());
        results.getChildren()
                .setAll(model.items().stream()
                        .map(item -> new ExportRow(item, texts))
                        .toList());
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void choose() {
        context.dialogs().folder(texts.get("export.choose")).ifPresent(chosen -> model.folderProperty()
                .set(chosen.toString()));
    }

    @FXML
    private void goToTrain() {
        context.go().accept(WizardStep.TRAIN);
    }
}
