package lathe.ui.task;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Work that is asked for at every edit: only the last request counts, and it waits for the typing to pause. */
public final class LatestTask<T> {
    private final TaskRunner runner;
    private final PauseTransition pause;
    private @Nullable StageTask<T> running;

    public LatestTask(TaskRunner runner, double milliseconds) {
        this.runner = runner;
        pause = new PauseTransition(Duration.millis(milliseconds));
    }

    /** Forgets what was asked for before, and does this. */
    public void request(StageTask.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        cancel();
        pause.setOnFinished(event -> running = runner.start(work, done, failed));
        pause.playFromStart();
    }

    /** The same without waiting: for a click, which is not followed by another letter. */
    public void now(StageTask.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        cancel();
        running = runner.start(work, done, failed);
    }

    /** Forgets what was asked for. */
    public void cancel() {
        pause.stop();
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
