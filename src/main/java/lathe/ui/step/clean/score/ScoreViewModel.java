package lathe.ui.step.clean.score;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.recipe.RecipeException;
import lathe.recipe.Rule;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.step.clean.trial.BoundKey;
import lathe.ui.step.clean.trial.Criterion;
import lathe.ui.step.clean.trial.Distribution;
import lathe.ui.step.clean.trial.Trial;
import lathe.ui.step.clean.trial.TrialViewModel;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The chosen rule's numbers in the sample, and their bounds while they are moved. */
public final class ScoreViewModel {
    private final TrialViewModel trials;
    private final RecipeEditor editor;
    private final LatestTask<Score> ordering;
    private final IntegerProperty place = new SimpleIntegerProperty(-1);
    private final ObjectProperty<List<Criterion>> criteria = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<@Nullable Score> score = new SimpleObjectProperty<>();
    private @Nullable Criterion chosen;

    /**
     * One number of all records, and its bounds.
     *
     * @param min null where that end is open
     * @param max null where that end is open
     */
    record Score(Trial trial, Criterion criterion, Distribution numbers, @Nullable Double min, @Nullable Double max) {

        static Score of(Trial trial, Criterion criterion, Distribution numbers) {
            Rule rule = trial.rules().get(criterion.place());
            return new Score(
                    trial, criterion, numbers, Bound.of(rule, criterion.min()), Bound.of(rule, criterion.max()));
        }
    }

    public ScoreViewModel(TrialViewModel trials, RecipeEditor editor, TaskRunner tasks) {
        this.trials = trials;
        this.editor = editor;
        ordering = new LatestTask<>(tasks, 0);
        trials.trialProperty().addListener((property, before, now) -> refresh());
        place.addListener((property, before, now) -> refresh());
    }

    /** Where the chosen rule stands in the recipe; -1 for none. */
    public IntegerProperty placeProperty() {
        return place;
    }

    /** The numbers that the chosen rule measures. */
    ObjectProperty<List<Criterion>> criteriaProperty() {
        return criteria;
    }

    /** The number in view; null where the rule measures none, or nothing is known yet. */
    ObjectProperty<@Nullable Score> scoreProperty() {
        return score;
    }

    /** What rules make of the sample. */
    @Nullable
    Trial trial() {
        return trials.trialProperty().get();
    }

    /** Tells of every new decision on the sample. */
    void trialChanges(Consumer<@Nullable Trial> listener) {
        trials.trialProperty().addListener((property, before, now) -> listener.accept(now));
    }

    /** Looks at another number of the rule. */
    void choose(Criterion criterion) {
        chosen = criterion;
        refresh();
    }

    /** A line is being dragged: the sample is decided on, the recipe stays. */
    void drag(Criterion criterion, BoundKey bound, @Nullable Double value) {
        trials.preview(Map.of(Bound.path(criterion, bound), yaml(criterion, bound, value)));
    }

    /** A line was let go: one edit of the recipe, which can be undone. */
    void drop(Criterion criterion, BoundKey bound, @Nullable Double value) {
        try {
            editor.set(Bound.path(criterion, bound), yaml(criterion, bound, value));
        } catch (RecipeException e) {
            trials.preview(Map.of());
        }
    }

    private String yaml(Criterion criterion, BoundKey bound, @Nullable Double value) {
        List<Rule> rules = editor.recipe().clean();
        Rule rule = criterion.place() < rules.size() ? rules.get(criterion.place()) : criterion.rule();
        return Bound.yaml(rule, bound, value);
    }

    private void refresh() {
        Trial trial = trials.trialProperty().get();
        List<Rule> rules = editor.recipe().clean();
        int at = place.get();
        boolean known = trial != null
                && at >= 0
                && at < trial.rules().size()
                && at < rules.size()
                && trial.rules().get(at).getClass() == rules.get(at).getClass();
        List<Criterion> found = !known || trial == null ? List.of() : Criterion.of(trial, at);
        boolean same = found.size() == criteria.get().size();
        for (int i = 0; same && i < found.size(); i++) {
            same = found.get(i).isSame(criteria.get().get(i));
        }
        if (!same) {
            criteria.set(found);
        }
        Criterion wanted = found.stream()
                .filter(each -> each.isSame(chosen))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0));
        if (wanted == null || trial == null) {
            ordering.cancel();
            score.set(null);
        } else {
            show(trial, wanted);
        }
    }

    private void show(Trial trial, Criterion wanted) {
        chosen = wanted;
        Score now = score.get();
        if (now != null && trial.measuresAs(now.trial()) && wanted.isSame(now.criterion())) {
            score.set(Score.of(trial, wanted, now.numbers()));
        } else {
            ordering.now(
                    context -> Score.of(
                            trial, wanted, Distribution.of(trial.sample().measured(), wanted.column())),
                    ordered -> {
                        score.set(ordered);
                        if (isOutdated(trial)) {
                            refresh();
                        }
                    },
                    failure -> score.set(null));
        }
    }

    /** Whether another trial has come since this one was looked at. */
    @SuppressWarnings("ReferenceEquality") // two trials may hold the same numbers and still be two
    private boolean isOutdated(Trial trial) {
        return trials.trialProperty().get() != trial;
    }
}
