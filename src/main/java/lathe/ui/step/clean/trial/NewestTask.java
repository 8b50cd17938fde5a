package lathe.ui.step.clean.trial;

import java.util.function.Consumer;
import lathe.run.Failure;
import lathe.ui.task.StageTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Work that is asked for faster than it can be done, as while a line is dragged. One piece is at work; of those asked
 * for meanwhile only the newest waits, and follows. So something new is always shown, and nothing piles up. A
 * {@link lathe.ui.task.LatestTask} would show nothing until the hand rests. On the JavaFX thread only.
 */
final class NewestTask<T> {
    private final TaskRunner runner;
    private @Nullable StageTask<T> running;
    private @Nullable Runnable waiting;

    NewestTask(TaskRunner runner) {
        this.runner = runner;
    }

    /** Does this, or soon. */
    void request(StageTask.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        if (running != null) {
            waiting = () -> start(work, done, failed);
        } else {
            start(work, done, failed);
        }
    }

    private void start(StageTask.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        running = runner.start(
                work,
                value -> {
                    next();
                    done.accept(value);
                },
                failure -> {
                    next();
                    failed.accept(failure);
                });
    }

    private void next() {
        running = null;
        Runnable newest = waiting;
        waiting = null;
        if (newest != null) {
            newest.run();
        }
    }

    /** Forgets what was asked for. */
    void cancel() {
        waiting = null;
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
