package lathe.ui.step.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.run.Failure;
import lathe.ui.TrainedModel;
import lathe.ui.task.StageTask;
import lathe.ui.task.TaskRunner;
import lathe.ui.task.VerbProcess;
import org.jspecify.annotations.Nullable;

/** One side of the comparison: a text that grows while its model writes. */
final class Answer {
    private final TaskRunner tasks;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private @Nullable StageTask<VerbProcess.Ended> task;

    Answer(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /**
     * How a question is asked.
     *
     * @param options as {@code lathe generate} takes them
     */
    record Question(String prompt, List<String> options, String device) {}

    StringProperty textProperty() {
        return text;
    }

    BooleanProperty writingProperty() {
        return writing;
    }

    /** Asks a model, with or without an adapter; an earlier answer is broken off. */
    void ask(TrainedModel model, Optional<Path> adapter, Question question, Consumer<Failure> failed) {
        stop();
        text.set("");
        writing.set(true);
        task = tasks.start(
                VerbProcess.of(
                        question.device(), verb(model, adapter, question), piece -> text.set(text.get() + piece)),
                ended -> writing.set(false),
                failure -> {
                    writing.set(false);
                    failed.accept(failure);
                });
    }

    /** Breaks the answer off; what is written stays. */
    void stop() {
        if (task != null) {
            task.cancel(false);
            task = null;
        }
        writing.set(false);
    }

    static List<String> verb(TrainedModel model, Optional<Path> adapter, Question question) {
        List<String> verb =
                new ArrayList<>(List.of("generate", "--model", model.model().toString()));
        adapter.ifPresent(folder -> verb.addAll(List.of("--adapter", folder.toString())));
        model.template().ifPresent(template -> verb.addAll(List.of("--template", template)));
        verb.add("--prompt=" + question.prompt());
        verb.addAll(question.options());
        return verb;
    }
}
