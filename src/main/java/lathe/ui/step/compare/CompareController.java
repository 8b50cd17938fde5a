package lathe.ui.step.compare;

import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.recipe.EvaluateSettings;
import lathe.ui.PaneContext;
import lathe.ui.TrainedModel;
import lathe.ui.WizardStep;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import org.jspecify.annotations.Nullable;

/** Binds {@code fxml/compare/Compare.fxml} to {@link CompareViewModel}. */
public final class CompareController {
    @FXML
    private Label which;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox question;

    @FXML
    private TextArea prompt;

    @FXML
    private PromptExamples examples;

    @FXML
    private AnswerOptions options;

    @FXML
    private Button stop;

    @FXML
    private Button ask;

    @FXML
    private FailureCard problem;

    @FXML
    private HBox answers;

    @FXML
    private HeldOutCard heldOut;

    @FXML
    private AnswerCard base;

    @FXML
    private AnswerCard tuned;

    @FXML
    private VBox evaluate;

    private final PaneContext context;
    private final Texts texts;
    private final CompareViewModel model;

    public CompareController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new CompareViewModel(context);
    }

    @FXML
    private void initialize() {
        prompt.textProperty().bindBidirectional(model.promptProperty());
        options.watch(model.options(), texts);
        base.watch(model.base(), texts.get("compare.base"), texts.get("compare.writing"));
        tuned.watch(model.tuned(), texts.get("compare.tuned"), texts.get("compare.writing"));
        BooleanBinding writing = model.base().writingProperty().or(model.tuned().writingProperty());
        Nodes.showWhile(stop, writing);
        ask.disableProperty().bind(writing.or(model.promptProperty().isEmpty()));
        examples.watch(model);
        model.trainedProperty().addListener((property, before, now) -> show(now));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        model.heldOutProperty().addListener((property, before, now) -> heldOut.show(now, texts));
        heldOut.show(null, texts);
        evaluate.getChildren().add(new SettingsForm(EvaluateSettings.class, "evaluate", context.editor(), texts));
        show(model.trainedProperty().get());
        model.open();
    }

    private void show(@Nullable TrainedModel trained) {
        Nodes.show(empty, trained == null);
        Nodes.show(question, trained != null);
        Nodes.show(answers, trained != null);
        Nodes.show(which, trained != null);
        if (trained != null) {
            which.setText(texts.get("compare.which", trained.run().name()));
            Nodes.show(tuned, trained.adapter().isPresent());
            base.setTitle(texts.get(trained.adapter().isPresent() ? "compare.base" : "compare.only"));
        }
    }

    @FXML
    private void ask() {
        model.ask();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void goToTrain() {
        context.go().accept(WizardStep.TRAIN);
    }
}
