package lathe.ui.open;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.run.Failure;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** Holds the tokenizer of a folder open, and opens another when the folder is another or was written anew. */
public final class OpenTokenizer {
    private final TaskRunner tasks;
    private final LatestTask<SharedTokenizer> opening;
    private final ObjectProperty<@Nullable SharedTokenizer> open = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Failure> problem = new SimpleObjectProperty<>();

    public OpenTokenizer(TaskRunner tasks) {
        this.tasks = tasks;
        opening = new LatestTask<>(tasks, 0);
    }

    /** The tokenizer; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable SharedTokenizer> tokenizerProperty() {
        return open;
    }

    /** Why it could not be opened, or null. */
    public ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
        return problem;
    }

    /** Opens the tokenizer of a folder, or closes the one that is open. */
    public void show(Optional<Path> folder) {
        SharedTokenizer now = open.get();
        if (folder.isEmpty()) {
            opening.cancel();
            take(null);
        } else if (now == null || !now.folder().equals(folder.get())) {
            opening.now(context -> SharedTokenizer.load(folder.get()), this::take, failure -> {
                take(null);
                problem.set(failure);
            });
        }
    }

    private void take(@Nullable SharedTokenizer next) {
        SharedTokenizer before = open.get();
        problem.set(null);
        open.set(next);
        if (before != null) {
            tasks.run(
                    context -> {
                        before.close();
                        return before;
                    },
                    closed -> {},
                    failure -> {});
        }
    }
}
