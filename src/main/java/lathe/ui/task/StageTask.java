package lathe.ui.task;

import javafx.concurrent.Task;
import lathe.run.Event;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.jspecify.annotations.Nullable;

/** Lets a service, which knows only {@link RunContext}, run as a JavaFX task. */
public final class StageTask<T> extends Task<@Nullable T> implements RunContext {

    /** What a service does. */
    @FunctionalInterface
    public interface Work<T> {
        T run(RunContext context) throws Exception;
    }

    private final Work<T> work;

    public StageTask(Work<T> work) {
        this.work = work;
    }

    @Override
    protected @Nullable T call() throws Exception {
        try {
            return work.run(this);
        } catch (RunCancelledException e) {
            super.cancel(false);
            return null;
        }
    }

    /** Never interrupts: a thread inside native code cannot be stopped that way. */
    @Override
    public boolean cancel(boolean mayInterrupt) {
        return super.cancel(false);
    }

    @Override
    public StopRequest stopRequest() {
        return isCancelled() ? StopRequest.DISCARD : StopRequest.NONE;
    }

    @Override
    public void emit(Event event) {
        if (event instanceof Event.Progress progress) {
            updateProgress(progress.done(), progress.total());
        } else if (event instanceof Event.Phase phase) {
            updateMessage(phase.phase());
        }
    }
}
