package lathe.ui.step.tokenizer.worth;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.data.CorpusFolder;
import lathe.pipeline.Step;
import lathe.run.Failure;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.open.SharedTokenizer;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** What the open tokenizer is worth on the cleaned corpus, or on the imported one; measured when asked for. */
public final class WorthViewModel {
    private final Workbench workbench;
    private final OpenTokenizer open;
    private final LatestTask<Optional<Worth>> measuring;
    private final ObjectProperty<@Nullable Worth> worth = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Failure> problem = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public WorthViewModel(OpenTokenizer open, PaneContext context) {
        workbench = context.workbench();
        this.open = open;
        measuring = new LatestTask<>(context.tasks(), 0);
        open.tokenizerProperty().addListener((property, before, now) -> {
            measuring.cancel();
            busy.set(false);
            worth.set(null);
        });
    }

    ReadOnlyObjectProperty<@Nullable Worth> worthProperty() {
        return worth;
    }

    ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
        return problem;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    ReadOnlyObjectProperty<@Nullable SharedTokenizer> tokenizerProperty() {
        return open.tokenizerProperty();
    }

    /** Measures; what was measured before stays until then. */
    void measure() {
        SharedTokenizer tokenizer = open.tokenizerProperty().get();
        if (tokenizer != null && workbench.isOpen()) {
            busy.set(true);
            problem.set(null);
            workbench.find(
                    Step.CLEAN,
                    cleaned -> cleaned.map(StepResult::folder)
                            .ifPresentOrElse(folder -> measure(tokenizer, folder), () -> measureImported(tokenizer)),
                    this::fail);
        }
    }

    private void measureImported(SharedTokenizer tokenizer) {
        workbench.find(
                Step.IMPORT,
                imported -> imported.map(StepResult::folder)
                        .ifPresentOrElse(
                                folder -> measure(tokenizer, folder),
                                () -> fail(Failure.badInput(
                                        "There is no corpus to measure the tokenizer on",
                                        "corpus",
                                        "import one first"))),
                this::fail);
    }

    private void measure(SharedTokenizer tokenizer, Path folder) {
        measuring.now(
                context -> tokenizer.use(
                        with -> Worth.of(with, tokenizer.home(), new CorpusFolder(folder).require(), context)),
                found -> {
                    busy.set(false);
                    found.ifPresent(worth::set);
                },
                this::fail);
    }

    private void fail(Failure failure) {
        busy.set(false);
        problem.set(failure);
    }
}
