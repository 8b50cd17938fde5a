package lathe.ui.step.compare;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.ui.PaneContext;
import lathe.ui.TrainedModel;
import lathe.ui.WizardStep;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** Binds {@code fxml/compare/Compare.fxml} to {@link CompareViewModel}. */
public final class CompareController {
    private static final int LONGEST = 4096;

    @FXML
    private Label which;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox question;

    @FXML
    private TextArea prompt;

    @FXML
    private FlowPane examples;

    @FXML
    private Slider temperature;

    @FXML
    private Label degrees;

    @FXML
    private Spinner<Integer> length;

    @FXML
    private Button stop;

    @FXML
    private Button ask;

    @FXML
    private FailureCard problem;

    @FXML
    private HBox answers;

    @FXML
    private Label baseTitle;

    @FXML
    private Label baseState;

    @FXML
    private TextArea base;

    @FXML
    private VBox tunedBox;

    @FXML
    private Label tunedState;

    @FXML
    private TextArea tuned;

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
        temperature.valueProperty().bindBidirectional(model.temperatureProperty());
        degrees.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(Locale.ROOT, "%.2f", temperature.getValue()), temperature.valueProperty()));
        length.setValueFactory(new IntegerSpinnerValueFactory(
                1, LONGEST, model.maxNewProperty().get()));
        length.getValueFactory().valueProperty().bindBidirectional(model.maxNewProperty());
        base.textProperty().bind(model.base().textProperty());
        tuned.textProperty().bind(model.tuned().textProperty());
        bindState(baseState, model.base());
        bindState(tunedState, model.tuned());
        BooleanBinding writing = model.base().writingProperty().or(model.tuned().writingProperty());
        Nodes.showWhile(stop, writing);
        ask.disableProperty().bind(writing.or(model.promptProperty().isEmpty()));
        model.prompts().forEach(words -> examples.getChildren().add(example(words)));
        model.trainedProperty().addListener((property, before, now) -> show(now));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        show(model.trainedProperty().get());
        model.open();
    }

    private void bindState(Label state, Answer answer) {
        state.setText(texts.get("compare.writing"));
        Nodes.showWhile(state, answer.writingProperty());
    }

    private Button example(String words) {
        Button button = new Button(words);
        button.getStyleClass().addAll("small", "button-outlined");
        button.setOnAction(event -> model.promptProperty().set(words));
        return button;
    }

    private void show(@Nullable TrainedModel trained) {
        Nodes.show(empty, trained == null);
        Nodes.show(question, trained != null);
        Nodes.show(answers, trained != null);
        Nodes.show(which, trained != null);
        if (trained != null) {
            which.setText(texts.get("compare.which", trained.run().name()));
            Nodes.show(tunedBox, trained.adapter().isPresent());
            baseTitle.setText(texts.get(trained.adapter().isPresent() ? "compare.base" : "compare.only"));
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
