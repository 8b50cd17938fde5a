package lathe.ui.step.tokenizer.compare;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import lathe.run.Failure;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.open.SharedTokenizer;
import lathe.ui.step.tokenizer.attempt.TryViewModel;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** Another tokenizer beside the open one, on the same text. */
public final class CompareViewModel {
    private final OpenTokenizer here;
    private final OpenTokenizer there;
    private final TryViewModel first;
    private final TryViewModel second;
    private final LatestTask<Optional<Beside>> comparing;
    private final ObjectProperty<@Nullable Beside> beside = new SimpleObjectProperty<>();

    public CompareViewModel(OpenTokenizer open, StringProperty text, TaskRunner tasks) {
        here = open;
        there = new OpenTokenizer(tasks);
        first = new TryViewModel(here, tasks, text);
        second = new TryViewModel(there, tasks, text);
        comparing = new LatestTask<>(tasks, 0);
        here.tokenizerProperty().addListener((property, before, now) -> compare());
        there.tokenizerProperty().addListener((property, before, now) -> compare());
    }

    /** Opens the other tokenizer. */
    void open(Path folder) {
        there.show(Optional.of(folder));
    }

    TryViewModel first() {
        return first;
    }

    TryViewModel second() {
        return second;
    }

    /** What both share; null while there is only one. */
    ReadOnlyObjectProperty<@Nullable Beside> besideProperty() {
        return beside;
    }

    ReadOnlyObjectProperty<@Nullable SharedTokenizer> otherProperty() {
        return there.tokenizerProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
        return there.problemProperty();
    }

    private void compare() {
        SharedTokenizer one = here.tokenizerProperty().get();
        SharedTokenizer other = there.tokenizerProperty().get();
        if (one == null || other == null) {
            comparing.cancel();
            beside.set(null);
        } else {
            comparing.now(
                    context -> Beside.of(one, other),
                    found -> found.ifPresent(beside::set),
                    failure -> beside.set(null));
        }
    }
}
