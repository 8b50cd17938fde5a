package lathe.ui.step.clean.trial;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.clean.engine.Sample;
import lathe.clean.rule.RuleServices;
import lathe.data.CorpusFolder;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sample of the imported corpus measured in the background: few records at first, so that there is something to
 * see at once, then more. Where only bounds move, what was measured is decided on anew.
 */
public final class TrialViewModel {
    private static final double SETTLE_MILLIS = 60;

    private final LatestTask<Trial> measuring;
    private final NewestTask<Optional<Trial>> deciding;
    private final ReadOnlyObjectWrapper<@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(Work.NONE);
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private @Nullable Wanted wanted;
    private boolean growing;

    /** What is to be tried on what. */
    private record Wanted(CorpusFolder corpus, long version, Recipe recipe, RuleServices services) {
        boolean isOfSameCorpus(@Nullable Wanted other) {
            return other != null && corpus.folder().equals(other.corpus.folder()) && version == other.version;
        }
    }

    public TrialViewModel(TaskRunner tasks) {
        measuring = new LatestTask<>(tasks, SETTLE_MILLIS);
        deciding = new NewestTask<>(tasks);
    }

    /** The sample as it was decided on last; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** What is being done. */
    public ReadOnlyObjectProperty<Work> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** Why rules could not be tried. */
    public ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    /**
     * Tries a recipe's rules.
     *
     * @param version of the corpus: another where its folder may hold something else
     */
    public void show(CorpusFolder corpus, long version, Recipe recipe, RuleServices services) {
        Wanted before = wanted;
        wanted = new Wanted(corpus, version, recipe, services);
        if (wanted.isOfSameCorpus(before) && trial.get() != null) {
            decide(recipe::clean, true);
        } else {
            measure(0);
        }
    }

    /** Tries other bounds without changing the recipe: while a line is dragged. */
    public void preview(Map<String, String> bounds) {
        Wanted now = wanted;
        if (now != null) {
            Recipe recipe = now.recipe;
            decide(() -> RecipeYaml.read(RecipeYaml.write(recipe), bounds).clean(), false);
        }
    }

    /** There is no corpus. */
    public void clear() {
        measuring.cancel();
        deciding.cancel();
        growing = false;
        wanted = null;
        trial.set(null);
        work.set(Work.NONE);
        problem.set(null);
    }

    /** Rules that may have to be read first; not on the JavaFX thread. */
    private interface Rules {
        List<Rule> read() throws RecipeException;
    }

    private void decide(Rules wantedRules, boolean orMeasure) {
        Trial now = trial.get();
        if (now == null) {
            return;
        }
        if (!growing) {
            work.set(new Work(Work.Kind.DECIDING, now.size()));
        }
        deciding.request(
                context -> decided(now, wantedRules.read()),
                decided -> decided.ifPresentOrElse(this::decided, () -> {
                    if (orMeasure) {
                        measure(0);
                    }
                }),
                this::failed);
    }

    private static Optional<Trial> decided(Trial now, List<Rule> rules) throws Failure, IOException {
        if (now.rules().equals(rules)) {
            return Optional.of(now);
        }
        return now.sample().fits(rules) ? Optional.of(Trial.of(now.sample().with(rules), rules)) : Optional.empty();
    }

    private void decided(Trial now) {
        if (now.measuresAs(trial.get())) {
            trial.set(now);
            problem.set(null);
        }
        if (!growing) {
            work.set(Work.NONE);
        }
    }

    private void measure(int stage) {
        Wanted now = wanted;
        if (now == null) {
            return;
        }
        int records = SampleSizes.at(stage);
        growing = true;
        work.set(new Work(Work.Kind.MEASURING, records));
        List<Rule> rules = now.recipe.clean();
        measuring.request(
                context -> Trial.of(Sample.of(now.corpus, rules, now.services, records, context), rules),
                measured -> measured(measured, stage),
                this::failed);
    }

    private void measured(Trial now, int stage) {
        problem.set(null);
        deciding.cancel();
        trial.set(now);
        growing = SampleSizes.mayGrow(now.sample(), stage);
        Wanted latest = wanted;
        if (latest != null && !latest.recipe.clean().equals(now.rules())) {
            decide(latest.recipe::clean, true);
        } else if (!growing) {
            work.set(Work.NONE);
        }
        if (growing) {
            measure(stage + 1);
        }
    }

    private void failed(Failure failure) {
        growing = false;
        work.set(Work.NONE);
        problem.set(Event.Failed.of(failure));
    }
}
