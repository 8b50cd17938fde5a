package lathe.ui.step.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.evaluate.HeldOutFigures;
import lathe.pipeline.Answers;
import lathe.pipeline.Project;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.PaneContext;
import lathe.ui.TrainedModel;
import lathe.ui.Workbench;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** A prompt, and what the base and the tuned model answer to it. */
public final class CompareViewModel {
    private static final double SETTLE_MILLIS = 150;

    private final Workbench workbench;
    private final LatestTask<Optional<TrainedModel>> looking;
    private final ObjectProperty<@Nullable TrainedModel> trained = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private final StringProperty prompt = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable HeldOutFigures> heldOut = new SimpleObjectProperty<>();
    private final AskOptions options;
    private final TaskRunner tasks;
    private Map<String, Answers.Answer> recorded = Map.of();
    private final Answer base;
    private final Answer tuned;

    public CompareViewModel(PaneContext context) {
        workbench = context.workbench();
        looking = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
        tasks = context.tasks();
        base = new Answer(context.tasks());
        tuned = new Answer(context.tasks());
        options = new AskOptions(workbench.recipe().evaluate().maxNew());
    }

    /** Begins to follow the project. */
    void open() {
        workbench.changesProperty().addListener((property, before, now) -> look());
        prompt.addListener((property, before, now) -> recall());
        prompts().stream().findFirst().ifPresent(prompt::set);
        look();
    }

    /** What the newest run has trained; null where there is nothing to compare yet. */
    ObjectProperty<@Nullable TrainedModel> trainedProperty() {
        return trained;
    }

    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    StringProperty promptProperty() {
        return prompt;
    }

    /** What the run's models make of what was held out; null where it does not say. */
    ObjectProperty<@Nullable HeldOutFigures> heldOutProperty() {
        return heldOut;
    }

    AskOptions options() {
        return options;
    }

    Answer base() {
        return base;
    }

    Answer tuned() {
        return tuned;
    }

    /** The prompts that the recipe asks. */
    List<String> prompts() {
        return workbench.recipe().evaluate().prompts();
    }

    /** Asks both models; one that has no adapter is asked alone. */
    void ask() {
        TrainedModel model = trained.get();
        if (model == null || prompt.get().isBlank()) {
            return;
        }
        problem.set(null);
        Answer.Question question = new Answer.Question(prompt.get(), options.words(), workbench.device());
        base.ask(model, Optional.empty(), question, this::failed);
        if (model.adapter().isPresent()) {
            tuned.ask(model, model.adapter(), question, this::failed);
        }
    }

    void stop() {
        base.stop();
        tuned.stop();
    }

    /** What the run itself was answered to this prompt is shown until somebody asks anew. */
    private void recall() {
        Answers.Answer known = recorded.get(prompt.get());
        if (known != null
                && !base.writingProperty().get()
                && !tuned.writingProperty().get()) {
            base.textProperty().set(known.base());
            tuned.textProperty().set(known.tuned() == null ? "" : known.tuned());
        }
    }

    private void look() {
        if (workbench.isOpen()) {
            Project project = workbench.project();
            looking.request(stage -> TrainedModel.newest(project), this::take, this::failed);
        }
    }

    private void take(Optional<TrainedModel> found) {
        trained.set(found.orElse(null));
        heldOut.set(null);
        found.ifPresent(model -> tasks.run(
                stage -> recorded(model),
                answers -> {
                    recorded = answers;
                    recall();
                },
                this::failed));
        found.ifPresent(model -> tasks.run(
                stage -> HeldOutFigures.read(model.run().folder()),
                figures -> heldOut.set(figures.orElse(null)),
                this::failed));
    }

    private static Map<String, Answers.Answer> recorded(TrainedModel model) throws IOException {
        if (!Files.exists(Answers.in(model.run()))) {
            return Map.of();
        }
        return Answers.read(model.run()).answers().stream()
                .collect(Collectors.toMap(Answers.Answer::prompt, answer -> answer, (first, again) -> first));
    }

    private void failed(Failure failure) {
        problem.set(Event.Failed.of(failure));
    }
}
