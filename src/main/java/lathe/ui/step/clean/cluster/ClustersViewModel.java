package lathe.ui.step.clean.cluster;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.data.Document;
import lathe.ui.step.clean.trial.Trial;
import lathe.ui.step.clean.trial.TrialViewModel;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The clusters of the sample, and two records of one of them compared. */
public final class ClustersViewModel {
    private final TrialViewModel trials;
    private final LatestTask<Found> finding;
    private final LatestTask<Pair> comparing;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Found> found = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Pair> pair = new SimpleObjectProperty<>();

    /** Clusters, and the sample that they are of. */
    record Found(Trial trial, List<Cluster> clusters) {}

    /**
     * Two records side by side.
     *
     * @param left runs of the one that stays
     * @param right runs of the other
     */
    record Pair(
            Cluster cluster,
            int index,
            Document first,
            Document other,
            List<WordDiff.Run> left,
            List<WordDiff.Run> right) {}

    public ClustersViewModel(TrialViewModel trials, TaskRunner tasks) {
        this.trials = trials;
        finding = new LatestTask<>(tasks, 0);
        comparing = new LatestTask<>(tasks, 0);
        trials.trialProperty().addListener((property, before, now) -> refresh());
        active.addListener((property, before, now) -> refresh());
    }

    /** Whether somebody looks. */
    public BooleanProperty activeProperty() {
        return active;
    }

    private void refresh() {
        if (active.get()) {
            find();
        }
    }

    ObjectProperty<@Nullable Found> foundProperty() {
        return found;
    }

    ObjectProperty<@Nullable Pair> pairProperty() {
        return pair;
    }

    private void find() {
        Trial trial = trials.trialProperty().get();
        if (trial == null) {
            finding.cancel();
            found.set(null);
            pair.set(null);
            return;
        }
        finding.now(context -> new Found(trial, Cluster.of(trial)), found::set, failure -> found.set(null));
    }

    /** Compares the record that stays with another of the cluster. */
    void compare(Cluster cluster, int index) {
        Found now = found.get();
        if (now == null) {
            return;
        }
        comparing.now(
                context -> {
                    Document first = now.trial().sample().document(cluster.first());
                    Document other =
                            now.trial().sample().document(cluster.others().get(index));
                    List<List<WordDiff.Run>> runs = WordDiff.of(first.content(), other.content());
                    return new Pair(cluster, index, first, other, runs.get(0), runs.get(1));
                },
                pair::set,
                failure -> pair.set(null));
    }

    /** Nothing is compared. */
    void compareNone() {
        comparing.cancel();
        pair.set(null);
    }
}
