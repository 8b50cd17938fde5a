package lathe.ui.step.compare;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** How daring and how long answers may be, where they end, and what stays in sight. */
public final class AnswerOptions extends FlowPane {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_CANDIDATES = 1000;
    private static final int MOST_SINKS = 64;
    private static final double HOTTEST = 1.5;
    private static final double STRONGEST = 2;
    private static final double GAP = 12;

    public AnswerOptions() {
        super(GAP, GAP / 2);
        setPrefWrapLength(0);
    }

    /** Edits options from now on; each says in a tip what it does. */
    void watch(AskOptions options, Texts texts) {
        getChildren()
                .setAll(
                        field("temperature", slider(options.temperature(), HOTTEST), texts),
                        field("top-p", slider(options.topP(), 1), texts),
                        field("top-k", whole(options.topK(), 0, MOST_CANDIDATES), texts),
                        field("penalty", part(options.repetitionPenalty()), texts),
                        field("length", whole(options.maxNew(), 1, LONGEST), texts),
                        field("stop-at", text(options), texts),
                        field("window", whole(options.window(), 0, LONGEST), texts),
                        field("sinks", whole(options.sinks(), 0, MOST_SINKS), texts));
    }

    private static Node field(String key, Node editor, Texts texts) {
        Label name = Nodes.label(texts.get("compare." + key), "card-note");
        Tooltip.install(name, new Tooltip(texts.get("compare." + key + ".help")));
        HBox row = new HBox(name, editor);
        row.getStyleClass().add("row");
        return row;
    }

    private static Node slider(DoubleProperty value, double most) {
        Slider slider = new Slider(0, most, value.get());
        slider.setPrefWidth(110);
        slider.valueProperty().bindBidirectional(value);
        Label number = new Label();
        number.setMinWidth(40);
        number.textProperty()
                .bind(Bindings.createStringBinding(() -> String.format(Locale.ROOT, "%.2f", value.get()), value));
        HBox both = new HBox(slider, number);
        both.getStyleClass().add("row");
        return both;
    }

    private static Node whole(ObjectProperty<Integer> value, int least, int most) {
        return spinner(new IntegerSpinnerValueFactory(least, most, value.get()), value);
    }

    private static Node part(ObjectProperty<Double> value) {
        return spinner(new DoubleSpinnerValueFactory(1, STRONGEST, value.get(), 0.05), value);
    }

    private static <T> Node spinner(SpinnerValueFactory<T> values, ObjectProperty<T> value) {
        Spinner<T> spinner = new Spinner<>(values);
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        values.valueProperty().bindBidirectional(value);
        return spinner;
    }

    private static Node text(AskOptions options) {
        TextField field = new TextField();
        field.setPrefWidth(120);
        field.textProperty().bindBidirectional(options.stop());
        return field;
    }
}
