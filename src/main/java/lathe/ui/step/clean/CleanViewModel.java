package lathe.ui.step.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lathe.data.CorpusFolder;
import lathe.pipeline.CleanServices;
import lathe.pipeline.Step;
import lathe.recipe.ContentRules;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.run.Ledger;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.kit.Recipes;
import lathe.ui.step.clean.rule.RuleActions;
import lathe.ui.step.clean.rule.RuleRow;
import lathe.ui.step.clean.rule.RuleRows;
import lathe.ui.step.clean.trial.Trial;
import lathe.ui.step.clean.trial.TrialViewModel;
import lathe.ui.task.Job;
import org.jspecify.annotations.Nullable;

/** The rules, what they would do to a sample, and what they did to the whole corpus. */
public final class CleanViewModel implements RuleActions {
    private final PaneContext context;
    private final Workbench workbench;
    private final TrialViewModel trials;
    private final RuleRows rules = new RuleRows();
    private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final IntegerProperty place = new SimpleIntegerProperty(-1);
    private final ObjectProperty<@Nullable StepResult> imported = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Cleaned> cleaned = new SimpleObjectProperty<>();

    /** The account of a clean, and whether it belongs to the recipe as it stands. */
    record Cleaned(Ledger ledger, boolean current) {}

    public CleanViewModel(PaneContext context) {
        this.context = context;
        workbench = context.workbench();
        trials = new TrialViewModel(context.tasks());
        selected.addListener((property, before, now) -> place.set(rules.place(now.intValue())));
    }

    /** Begins to follow the project. */
    void open() {
        workbench.reattach(Step.CLEAN);
        workbench.editor().recipeProperty().addListener((property, before, now) -> refresh());
        workbench.changesProperty().addListener((property, before, now) -> look());
        refresh();
        selected.set(rows.isEmpty() ? -1 : 0);
    }

    Job job() {
        return workbench.job(Step.CLEAN);
    }

    ObservableList<RuleRow> rows() {
        return rows;
    }

    IntegerProperty selectedProperty() {
        return selected;
    }

    /** Where the chosen rule stands in the recipe; -1 where it is off, or there is none. */
    IntegerProperty placeProperty() {
        return place;
    }

    TrialViewModel trials() {
        return trials;
    }

    @Override
    public ObservableValue<@Nullable Trial> trialProperty() {
        return trials.trialProperty();
    }

    /** The corpus that the sample is of; null before an import. */
    ObjectProperty<@Nullable StepResult> importedProperty() {
        return imported;
    }

    ObjectProperty<@Nullable Cleaned> cleanedProperty() {
        return cleaned;
    }

    @Override
    public void add(String label) {
        try {
            // a pattern that is still empty finds nothing
            String required = label.equals("replace") ? ", pattern: ''" : "";
            Recipe small = RecipeYaml.read("lathe: 1\nname: new\nclean: [{rule: " + label + required + "}]\n");
            change(all -> all.add(small.clean().get(0)));
            selected.set(rows.size() - 1);
        } catch (RecipeException e) {
            throw new IllegalStateException("every rule has defaults", e);
        }
    }

    @Override
    public void remove(int row) {
        change(all -> all.remove(row));
        selected.set(Math.min(row, rows.size() - 1));
        place.set(rules.place(selected.get()));
    }

    @Override
    public void set(int row, boolean on) {
        change(all -> all.set(row, on));
    }

    @Override
    public void move(int row, int by) {
        change(all -> all.move(row, by));
        selected.set(Math.max(0, Math.min(rows.size() - 1, row + by)));
    }

    @Override
    public void moveTo(int row, int to) {
        change(all -> all.moveTo(row, to));
        selected.set(to > row ? to - 1 : to);
    }

    @Override
    public int place(int row) {
        return rules.place(row);
    }

    /** Lets a record stay whatever the rules say: its id joins the rule at the front of the list that keeps such. */
    void exempt(String id) {
        List<Rule> now = workbench.recipe().clean();
        if (!now.isEmpty() && now.get(0) instanceof ContentRules.Exempt first) {
            if (!first.ids().contains(id)) {
                List<String> ids = new ArrayList<>(first.ids());
                ids.add(id);
                List<Rule> all = new ArrayList<>(now);
                all.set(0, new ContentRules.Exempt(ids, first.pattern()));
                edit(all);
            }
        } else {
            int chosen = selected.get();
            change(all -> all.addFirst(new ContentRules.Exempt(List.of(id), "")));
            selected.set(chosen + 1);
        }
    }

    void start() {
        workbench.start(Step.CLEAN);
    }

    void importFirst() {
        workbench.start(Step.IMPORT);
    }

    private void change(Consumer<RuleRows> edit) {
        edit.accept(rules);
        edit(rules.active());
        show();
    }

    private void edit(List<Rule> all) {
        try {
            workbench.editor().edit(Recipes.withClean(workbench.recipe(), all));
        } catch (RecipeException e) {
            throw new IllegalStateException("rules do not depend on each other", e);
        }
    }

    private void refresh() {
        rules.show(workbench.recipe().clean());
        show();
        look();
    }

    private void show() {
        if (!rows.equals(rules.rows())) {
            rows.setAll(rules.rows());
        }
        if (selected.get() >= rows.size()) {
            selected.set(rows.size() - 1);
        }
        place.set(rules.place(selected.get()));
    }

    private void look() {
        if (workbench.isOpen()) {
            workbench.find(Step.IMPORT, this::take, failure -> take(Optional.empty()));
            workbench.find(
                    Step.CLEAN,
                    found -> found.ifPresentOrElse(this::read, () -> cleaned.set(null)),
                    failure -> cleaned.set(null));
        }
    }

    private void take(Optional<StepResult> found) {
        imported.set(found.orElse(null));
        if (found.isEmpty()) {
            trials.clear();
            return;
        }
        CorpusFolder corpus = new CorpusFolder(found.get().folder());
        trials.show(
                corpus, workbench.changesProperty().get(), workbench.resolved(), new CleanServices(workbench.base()));
    }

    private void read(StepResult result) {
        context.tasks()
                .run(
                        stage -> new Cleaned(new CorpusFolder(result.folder()).ledger(), result.current()),
                        cleaned::set,
                        failure -> cleaned.set(null));
    }
}
