package lathe.ui.step.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.model.text.TextWindow;

/** How an answer is drawn, how long it may be, and what stays in sight: the options of {@code lathe generate}. */
final class AskOptions {
    static final String BETWEEN_STOPS = "|";

    private final DoubleProperty temperature = new SimpleDoubleProperty();
    private final DoubleProperty topP = new SimpleDoubleProperty(1);
    private final ObjectProperty<Integer> topK = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Double> repetitionPenalty = new SimpleObjectProperty<>(1.0);
    private final StringProperty stop = new SimpleStringProperty("");
    private final ObjectProperty<Integer> maxNew;
    private final ObjectProperty<Integer> window = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> sinks = new SimpleObjectProperty<>(TextWindow.USUAL_SINKS);

    AskOptions(int maxNew) {
        this.maxNew = new SimpleObjectProperty<>(maxNew);
    }

    DoubleProperty temperature() {
        return temperature;
    }

    DoubleProperty topP() {
        return topP;
    }

    /** 0 for all tokens. */
    ObjectProperty<Integer> topK() {
        return topK;
    }

    ObjectProperty<Double> repetitionPenalty() {
        return repetitionPenalty;
    }

    /** Strings at which an answer ends, with a bar between them. */
    StringProperty stop() {
        return stop;
    }

    /** Most tokens of an answer. */
    ObjectProperty<Integer> maxNew() {
        return maxNew;
    }

    /** Latest tokens that stay in sight; 0 for all, up to the model's positions. */
    ObjectProperty<Integer> window() {
        return window;
    }

    ObjectProperty<Integer> sinks() {
        return sinks;
    }

    /** The same as the verb takes it; what the verb does anyway goes unsaid. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add("--max-new=" + maxNew.get());
        words.add(String.format(Locale.ROOT, "--temperature=%.2f", temperature.get()));
        if (topK.get() > 0) {
            words.add("--top-k=" + topK.get());
        }
        if (topP.get() < 1) {
            words.add(String.format(Locale.ROOT, "--top-p=%.2f", topP.get()));
        }
        if (repetitionPenalty.get() != 1) {
            words.add(String.format(Locale.ROOT, "--repetition-penalty=%.2f", repetitionPenalty.get()));
        }
        for (String text : stop.get().split("\\" + BETWEEN_STOPS, -1)) {
            if (!text.isEmpty()) {
                words.add("--stop=" + text);
            }
        }
        if (window.get() > 0) {
            words.add("--window=" + window.get());
            words.add("--sinks=" + sinks.get());
        }
        return words;
    }
}
