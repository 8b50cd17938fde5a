package lathe.ui.step.clean;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lathe.clean.CleanPreview;
import lathe.data.CorpusFolder;
import lathe.pipeline.CleanServices;
import lathe.pipeline.Step;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Ledger;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.kit.Recipes;
import lathe.ui.task.Job;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** The rules, what they would do to a sample, and what they did to the whole corpus. */
public final class CleanViewModel {
    private static final double SETTLE_MILLIS = 250;
    /** Enough to see what a rule does, few enough to be counted while somebody types. */
    static final int SAMPLE = 2000;

    private final PaneContext context;
    private final Workbench workbench;
    private final LatestTask<CleanPreview> trying;
    private final RuleRows rules = new RuleRows();
    private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable CleanPreview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable StepResult> imported = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Cleaned> cleaned = new SimpleObjectProperty<>();

    /** The account of a clean, and whether it belongs to the recipe as it stands. */
    record Cleaned(Ledger ledger, boolean current) {}

    public CleanViewModel(PaneContext context) {
        this.context = context;
        workbench = context.workbench();
        trying = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
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
    int place() {
        return rules.place(selected.get());
    }

    /** Whether the rules are being tried right now. */
    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable CleanPreview> previewProperty() {
        return preview;
    }

    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    /** The corpus that the sample is of; null before an import. */
    ObjectProperty<@Nullable StepResult> importedProperty() {
        return imported;
    }

    ObjectProperty<@Nullable Cleaned> cleanedProperty() {
        return cleaned;
    }

    /** Adds a rule with its defaults. */
    void add(String label) {
        try {
            Recipe small = RecipeYaml.read("lathe: 1\nname: new\nclean: [{rule: " + label + "}]\n");
            change(all -> all.add(small.clean().get(0)));
            selected.set(rows.size() - 1);
        } catch (RecipeException e) {
            throw new IllegalStateException("every rule has defaults", e);
        }
    }

    void remove(int row) {
        change(all -> all.remove(row));
        selected.set(Math.min(row, rows.size() - 1));
    }

    void set(int row, boolean on) {
        change(all -> all.set(row, on));
    }

    void move(int row, int by) {
        change(all -> all.move(row, by));
        selected.set(Math.max(0, Math.min(rows.size() - 1, row + by)));
    }

    void start() {
        workbench.start(Step.CLEAN);
    }

    void importFirst() {
        workbench.start(Step.IMPORT);
    }

    private void change(Consumer<RuleRows> edit) {
        edit.accept(rules);
        try {
            workbench.editor().edit(Recipes.withClean(workbench.recipe(), rules.active()));
        } catch (RecipeException e) {
            throw new IllegalStateException("rules do not depend on each other", e);
        }
        show();
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
            trying.cancel();
            busy.set(false);
            preview.set(null);
            return;
        }
        CorpusFolder corpus = new CorpusFolder(found.get().folder());
        List<Rule> now = workbench.resolved().clean();
        CleanServices services = new CleanServices(workbench.base());
        busy.set(true);
        trying.request(stage -> CleanPreview.of(corpus, now, services, SAMPLE, stage), this::tried, this::failed);
    }

    private void tried(CleanPreview found) {
        busy.set(false);
        problem.set(null);
        preview.set(found);
    }

    private void failed(Failure failure) {
        busy.set(false);
        preview.set(null);
        problem.set(Event.Failed.of(failure));
    }

    private void read(StepResult result) {
        context.tasks()
                .run(
                        stage -> new Cleaned(new CorpusFolder(result.folder()).ledger(), result.current()),
                        cleaned::set,
                        failure -> cleaned.set(null));
    }
}
