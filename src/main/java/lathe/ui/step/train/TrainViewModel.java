package lathe.ui.step.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.Step;
import lathe.run.Event;
import lathe.run.StepMetrics;
import lathe.ui.PaneContext;
import lathe.ui.Workbench;
import lathe.ui.seen.StartCheck;
import lathe.ui.seen.Unlearned;
import lathe.ui.task.Job;
import lathe.ui.task.JobState;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** The runs of the project, and the one in view. */
public final class TrainViewModel {
    private static final double SETTLE_MILLIS = 100;

    private final Workbench workbench;
    private final Job job;
    private final LatestTask<List<RunItem>> listing;
    private final ObservableList<RunItem> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable StepMetrics> latest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Double> heldOut = new ReadOnlyObjectWrapper<>();
    private final StartCheck check;
    private final Pace pace = new Pace();
    private Consumer<List<StepMetrics>> onSteps = steps -> {};
    private Consumer<Event.Resumed> onResumed = resumed -> {};
    private Runnable onOther = () -> {};

    public TrainViewModel(PaneContext context) {
        workbench = context.workbench();
        job = workbench.job(Step.TRAIN);
        listing = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
        check = new StartCheck(context);
    }

    /** Begins to follow the project; the listeners must be set before. */
    void open() {
        job.onAttach(this::begin);
        job.onEvents(this::take);
        workbench.changesProperty().addListener((property, before, now) -> list());
        list();
        check.open();
    }

    void onSteps(Consumer<List<StepMetrics>> listener) {
        onSteps = listener;
    }

    void onResumed(Consumer<Event.Resumed> listener) {
        onResumed = listener;
    }

    /** Tells that another run is in view, from whose beginning steps will come. */
    void onOther(Runnable listener) {
        onOther = listener;
    }

    Job job() {
        return job;
    }

    ObservableList<RunItem> runs() {
        return runs;
    }

    /** The newest step. */
    ReadOnlyObjectProperty<@Nullable StepMetrics> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** The newest loss on held-out data. */
    ReadOnlyObjectProperty<@Nullable Double> heldOutProperty() {
        return heldOut.getReadOnlyProperty();
    }

    Pace pace() {
        return pace;
    }

    boolean canStart() {
        Unlearned found = check.foundProperty().get();
        return workbench.isOpen() && !job.state().isActive() && (found == null || !found.isCertain());
    }

    /** A stage that would learn nothing, as far as can be told. */
    ReadOnlyObjectProperty<@Nullable Unlearned> unlearnedProperty() {
        return check.foundProperty();
    }

    /** Whether the run in view ended early and can go on. */
    boolean canResume() {
        JobState state = job.state();
        return job.run() != null
                && (state == JobState.CANCELLED || state == JobState.CRASHED || state == JobState.FAILED);
    }

    void start() {
        workbench.startRun();
    }

    void resume() {
        RunFolder stopped = job.run();
        if (stopped != null) {
            workbench.resume(stopped);
        }
    }

    /** Puts a run in view, unless it is already. */
    void show(RunFolder run) {
        if (!run.equals(job.run())) {
            job.attach(run);
        }
    }

    private void list() {
        if (workbench.isOpen()) {
            Project project = workbench.project();
            listing.request(context -> find(project), this::listed, failure -> runs.clear());
        }
    }

    private static List<RunItem> find(Project project) throws IOException {
        List<RunItem> items = new ArrayList<>();
        for (RunFolder run : project.runs()) {
            items.add(new RunItem(run, run.state()));
        }
        return items;
    }

    private void listed(List<RunItem> found) {
        if (!runs.equals(found)) {
            runs.setAll(found);
        }
        if (!found.isEmpty() && job.state() == JobState.IDLE && job.run() == null) {
            show(found.get(0).run());
        }
    }

    private void take(List<Event> events) {
        List<StepMetrics> steps = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Metric metric) {
                steps.add(metric.metrics());
            } else if (event instanceof Event.Resumed resumed) {
                hand(steps);
                steps.clear();
                pace.restart();
                onResumed.accept(resumed);
            }
        }
        hand(steps);
    }

    private void begin() {
        pace.restart();
        latest.set(null);
        heldOut.set(null);
        onOther.run();
    }

    private void hand(List<StepMetrics> steps) {
        if (steps.isEmpty()) {
            return;
        }
        for (StepMetrics step : steps) {
            pace.add(step);
            if (step.evalLoss() != null) {
                heldOut.set(step.evalLoss());
            }
        }
        onSteps.accept(List.copyOf(steps));
        latest.set(steps.get(steps.size() - 1));
    }
}
