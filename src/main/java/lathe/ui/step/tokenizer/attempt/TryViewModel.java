package lathe.ui.step.tokenizer.attempt;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.text.Unicode;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.open.SharedTokenizer;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** A text that somebody types, cut up at every pause. */
public final class TryViewModel {
    private static final double SETTLE_MILLIS = 80;

    private final OpenTokenizer open;
    private final LatestTask<Optional<Cut>> cutting;
    private final StringProperty text;
    private final ObjectProperty<@Nullable Cut> cut = new SimpleObjectProperty<>();

    /** Cuts a text of its own. */
    public TryViewModel(OpenTokenizer open, TaskRunner tasks) {
        this(open, tasks, new SimpleStringProperty(""));
    }

    /** Cuts a text that another model has as well. */
    public TryViewModel(OpenTokenizer open, TaskRunner tasks, StringProperty text) {
        this.open = open;
        this.text = text;
        cutting = new LatestTask<>(tasks, SETTLE_MILLIS);
        text.addListener((property, before, now) -> look());
        open.tokenizerProperty().addListener((property, before, now) -> look());
        look();
    }

    /** The text. */
    public StringProperty textProperty() {
        return text;
    }

    /** The text in tokens; null where there is no tokenizer yet. */
    public ReadOnlyObjectProperty<@Nullable Cut> cutProperty() {
        return cut;
    }

    private void look() {
        SharedTokenizer tokenizer = open.tokenizerProperty().get();
        String what = text.get();
        if (tokenizer == null) {
            cutting.cancel();
            cut.set(null);
        } else if (Unicode.loneSurrogate(what) < 0) {
            // half a character is being typed: the other half follows
            cutting.request(
                    context -> tokenizer.use(with -> new Cut(what, List.copyOf(with.tokens(what)), with.vocabSize())),
                    found -> found.ifPresent(cut::set),
                    failure -> cut.set(null));
        }
    }
}
