package lathe.ui.seen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.pipeline.Step;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.open.SharedTokenizer;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/**
 * Looks before a start whether every stage would learn something. It says nothing where corpus or tokenizer are not
 * there yet, or are of earlier settings: the run makes them anew, and training looks for itself.
 */
public final class StartCheck {
    private static final double SETTLE_MILLIS = 400;

    private final Workbench workbench;
    private final LatestTask<Optional<Unlearned>> looking;
    private final ObjectProperty<@Nullable Unlearned> found = new SimpleObjectProperty<>();
    private @Nullable Looked looked;

    /** What the answer follows from. */
    private record Looked(Path corpus, Path tokenizer, List<TrainStage> stages) {}

    public StartCheck(PaneContext context) {
        workbench = context.workbench();
        looking = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
    }

    /** Begins to follow the project. */
    public void open() {
        workbench.changesProperty().addListener((property, before, now) -> look());
        workbench.editor().recipeProperty().addListener((property, before, now) -> look());
        look();
    }

    /** The first stage that would learn nothing; null where there is none, as far as can be told. */
    public ReadOnlyObjectProperty<@Nullable Unlearned> foundProperty() {
        return found;
    }

    private void look() {
        if (workbench.isOpen()) {
            workbench.find(Step.CLEAN, cleaned -> cleaned.ifPresentOrElse(this::look, this::forget), f -> forget());
        }
    }

    private void look(StepResult cleaned) {
        workbench.findTokenizer(
                made -> made.filter(tokenizer -> tokenizer.current() && cleaned.current())
                        .ifPresentOrElse(tokenizer -> look(cleaned, tokenizer), this::forget),
                failure -> forget());
    }

    private void look(StepResult cleaned, StepResult tokenizer) {
        List<TrainStage> stages = workbench.resolved().train();
        Looked next = new Looked(cleaned.folder(), tokenizer.folder(), stages);
        if (!next.equals(looked)) {
            looked = next;
            looking.request(context -> find(next, context), all -> found.set(all.orElse(null)), f -> found.set(null));
        }
    }

    private static Optional<Unlearned> find(Looked what, RunContext context)
            throws Failure, IOException, RunCancelledException {
        SharedTokenizer tokenizer = SharedTokenizer.load(what.tokenizer());
        try {
            for (int i = 0; i < what.stages().size(); i++) {
                TrainStage stage = what.stages().get(i);
                // of texts that are packed every token is learned
                Optional<Unlearned> unlearned = stage.task() == Task.SFT
                        ? Unlearned.find(i, reader(what, stage, tokenizer, context), context)
                        : Optional.empty();
                if (unlearned.isPresent()) {
                    return unlearned;
                }
            }
            return Optional.empty();
        } finally {
            tokenizer.close();
        }
    }

    private static StageReader reader(Looked what, TrainStage stage, SharedTokenizer tokenizer, RunContext context)
            throws Failure, IOException, RunCancelledException {
        return StageReader.open(new StageReader.Setup(what.corpus(), tokenizer, stage), null, context);
    }

    private void forget() {
        looking.cancel();
        looked = null;
        found.set(null);
    }
}
