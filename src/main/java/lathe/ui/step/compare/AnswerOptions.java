package lathe.ui.step.compare;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** How daring and how long answers may be. */
public final class AnswerOptions extends HBox {
    private static final int LONGEST = 4096;
    private static final double HOTTEST = 1.5;

    private final Slider temperature = new Slider(0, HOTTEST, 0);
    private final Label degrees = new Label();
    private final Spinner<Integer> length = new Spinner<>();

    public AnswerOptions() {
        getStyleClass().add("row");
        temperature.setPrefWidth(140);
        degrees.setMinWidth(40);
        length.setPrefWidth(104);
        length.setEditable(true);
    }

    /** Edits the options of a view-model from now on. */
    void watch(CompareViewModel model, Texts texts) {
        temperature.valueProperty().bindBidirectional(model.temperatureProperty());
        degrees.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(Locale.ROOT, "%.2f", temperature.getValue()), temperature.valueProperty()));
        length.setValueFactory(new IntegerSpinnerValueFactory(
                1, LONGEST, model.maxNewProperty().get()));
        length.getValueFactory().valueProperty().bindBidirectional(model.maxNewProperty());
        getChildren()
                .setAll(
                        Nodes.label(texts.get("compare.temperature"), "card-note"),
                        temperature,
                        degrees,
                        Nodes.label(texts.get("compare.length"), "card-note"),
                        length);
    }
}
