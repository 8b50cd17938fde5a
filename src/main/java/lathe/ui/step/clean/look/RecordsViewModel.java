package lathe.ui.step.clean.look;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.clean.engine.Sample;
import lathe.ui.step.clean.trial.Trial;
import lathe.ui.step.clean.trial.TrialViewModel;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** Which records of the sample are listed, and the way of the chosen one through the rules. */
public final class RecordsViewModel {
    private final TrialViewModel trials;
    private final LatestTask<Listed> listing;
    private final LatestTask<Traced> tracing;
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.DROPPED);
    private final ObjectProperty<@Nullable Listed> listed = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Traced> traced = new SimpleObjectProperty<>();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);

    /** Which records are listed. */
    enum Which {
        DROPPED,
        KEPT,
        CHANGED,
        ALL
    }

    /** Records by their numbers; not copied, and never written to. */
    static final class Listed {
        private final Trial trial;
        private final int[] records;

        Listed(Trial trial, int[] records) {
            this.trial = trial;
            this.records = records;
        }

        Trial trial() {
            return trial;
        }

        int[] records() {
            return records;
        }
    }

    /** A record's way, and the rules that it belongs to. */
    record Traced(Trial trial, RecordTrace trace) {}

    public RecordsViewModel(TrialViewModel trials, TaskRunner tasks) {
        this.trials = trials;
        listing = new LatestTask<>(tasks, 0);
        tracing = new LatestTask<>(tasks, 0);
        trials.trialProperty().addListener((property, before, now) -> refresh());
        active.addListener((property, before, now) -> refresh());
        which.addListener((property, before, now) -> {
            chosen.set(-1);
            list();
        });
        chosen.addListener((property, before, now) -> trace());
    }

    /** Whether somebody looks. */
    public BooleanProperty activeProperty() {
        return active;
    }

    private void refresh() {
        if (active.get()) {
            list();
            trace();
        }
    }

    ObjectProperty<Which> whichProperty() {
        return which;
    }

    ObjectProperty<@Nullable Listed> listedProperty() {
        return listed;
    }

    ObjectProperty<@Nullable Traced> tracedProperty() {
        return traced;
    }

    /** The number of the chosen record; -1 for none. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Looks at a record, wherever it is listed. */
    public void look(int record) {
        which.set(Which.ALL);
        chosen.set(record);
    }

    private void list() {
        Trial trial = trials.trialProperty().get();
        if (trial == null) {
            listing.cancel();
            listed.set(null);
            return;
        }
        Which wanted = which.get();
        listing.now(
                context -> new Listed(
                        trial,
                        IntStream.range(0, trial.size())
                                .filter(is(wanted, trial.sample()))
                                .toArray()),
                listed::set,
                failure -> listed.set(null));
    }

    private static IntPredicate is(Which which, Sample sample) {
        return switch (which) {
            case DROPPED -> record -> !sample.decisions().keeps(record);
            case KEPT -> sample.decisions()::keeps;
            case CHANGED -> record -> !sample.measured().edits(record).steps().isEmpty();
            case ALL -> record -> true;
        };
    }

    private void trace() {
        Trial trial = trials.trialProperty().get();
        int record = chosen.get();
        if (trial == null || record < 0 || record >= trial.size()) {
            tracing.cancel();
            traced.set(null);
            return;
        }
        tracing.now(
                context -> new Traced(trial, RecordTrace.of(trial, record)), traced::set, failure -> traced.set(null));
    }
}
