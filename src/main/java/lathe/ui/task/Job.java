package lathe.ui.task;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.pipeline.RunFolder;
import lathe.pipeline.WorkerProcess;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.StopRequest;
import org.jspecify.annotations.Nullable;

/**
 * A job in a worker process, as a pane shows it. The job lives in its folder: closing the window leaves it alone, and
 * {@link #attach} finds it again.
 */
public final class Job {
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<JobState> state = new ReadOnlyObjectWrapper<>(JobState.IDLE);
    private final ReadOnlyObjectWrapper<JobProgress> progress = new ReadOnlyObjectWrapper<>(JobProgress.NONE);
    private final ReadOnlyObjectWrapper<Event.@Nullable Failed> failure = new ReadOnlyObjectWrapper<>();
    private final List<Consumer<List<Event>>> listeners = new ArrayList<>();
    private final List<Runnable> attached = new ArrayList<>();
    private @Nullable RunFolder run;
    private @Nullable RunWatch watch;
    private @Nullable WorkerProcess process;

    public Job(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Makes the folder of a job and says what is to be done in it. */
    @FunctionalInterface
    public interface Plan {
        WorkerProcess.Job make() throws IOException, Failure;
    }

    public ReadOnlyObjectProperty<JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public JobState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<JobProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What it ended with, where it ended badly and could say so. */
    public ReadOnlyObjectProperty<Event.@Nullable Failed> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The folder of the job, once there is one. */
    public @Nullable RunFolder run() {
        return run;
    }

    /** Tells of events as they come, on the JavaFX thread; those of the past come first. */
    public void onEvents(Consumer<List<Event>> listener) {
        listeners.add(listener);
    }

    /** Tells that another job, or the same one anew, is watched from its beginning. */
    public void onAttach(Runnable listener) {
        attached.add(listener);
    }

    /** Starts a worker process and watches its folder. */
    public void start(Plan plan) {
        detach();
        state.set(JobState.STARTING);
        tasks.run(context -> launch(plan.make()), this::started, this::fail);
    }

    /** Watches a job that may be running, or may have ended long ago. */
    public void attach(RunFolder other) {
        detach();
        run = other;
        attached.forEach(Runnable::run);
        watch = new RunWatch(other, tasks, this::take);
    }

    /** Looks away; the job goes on. */
    public void detach() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
        run = null;
        process = null;
        progress.set(JobProgress.NONE);
        failure.set(null);
        state.set(JobState.IDLE);
    }

    /** Asks the worker to end at its next safe point. */
    public void stop(StopRequest how) {
        RunFolder stopped = run;
        if (stopped != null && state.get().isActive()) {
            state.set(JobState.STOPPING);
            tasks.run(
                    context -> {
                        stopped.requestStop(how);
                        return stopped;
                    },
                    told -> {},
                    this::fail);
        }
    }

    /** Whether the worker waits, as it says itself. */
    public boolean isPaused() {
        return state.get().isActive() && progress.get().isPaused();
    }

    /** Asks the worker to wait between two steps, or to go on. */
    public void setPaused(boolean pause) {
        RunFolder asked = run;
        if (asked != null && state.get().isActive()) {
            tasks.run(
                    context -> {
                        if (pause) {
                            asked.requestPause();
                        } else {
                            asked.endPause();
                        }
                        return asked;
                    },
                    told -> {},
                    this::fail);
        }
    }

    /** A worker with the folder it works in. */
    private record Launched(RunFolder run, WorkerProcess process) {}

    private static Launched launch(WorkerProcess.Job job) throws IOException, Failure {
        return new Launched(job.run(), WorkerProcess.start(job));
    }

    private void started(Launched launched) {
        attach(launched.run());
        process = launched.process();
        state.set(JobState.STARTING);
    }

    private void fail(Failure error) {
        failure.set(Event.Failed.of(error));
        state.set(JobState.FAILED);
    }

    private void take(RunWatch.News news) {
        news.events().forEach(this::take);
        if (!news.events().isEmpty()) {
            listeners.forEach(listener -> listener.accept(news.events()));
        }
        JobState seen = JobState.of(news.state());
        boolean alive = process != null && process.isAlive();
        if (seen == JobState.RUNNING || alive) {
            boolean first = seen != JobState.RUNNING && news.events().isEmpty() && state.get() == JobState.STARTING;
            state.set(
                    state.get() == JobState.STOPPING
                            ? JobState.STOPPING
                            : first ? JobState.STARTING : JobState.RUNNING);
        } else {
            state.set(process != null && seen == JobState.IDLE ? JobState.CRASHED : seen);
        }
    }

    private void take(Event event) {
        progress.set(progress.get().after(event));
        if (event instanceof Event.Failed failed) {
            failure.set(failed);
        } else if (event instanceof Event.Phase) {
            failure.set(null);
        }
    }
}
