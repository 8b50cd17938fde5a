package lathe.ui.step.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lathe.ingest.Preview;
import lathe.pipeline.Step;
import lathe.recipe.CorpusSource;
import lathe.recipe.RecipeException;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.PaneContext;
import lathe.ui.Workbench;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Recipes;
import lathe.ui.task.Job;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** The sources of the recipe, a look into the chosen one, and what the import made of them. */
public final class CorpusViewModel {
    private static final double SETTLE_MILLIS = 150;
    private static final int RECORDS = 8;

    private final Workbench workbench;
    private final PaneContext context;
    private final LatestTask<Preview> looking;
    private final ObservableList<CorpusSource> sources = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Imported> imported = new SimpleObjectProperty<>();

    public CorpusViewModel(PaneContext context) {
        this.context = context;
        workbench = context.workbench();
        looking = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
        selected.addListener((property, before, now) -> look());
    }

    /** Begins to follow the project. */
    void open() {
        workbench.reattach(Step.IMPORT);
        editor().recipeProperty().addListener((property, before, now) -> refresh());
        workbench.changesProperty().addListener((property, before, now) -> findImported());
        refresh();
    }

    Job job() {
        return workbench.job(Step.IMPORT);
    }

    ObservableList<CorpusSource> sources() {
        return sources;
    }

    /** Index of the chosen source; -1 where there is none. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** The beginning of the chosen source. */
    ObjectProperty<@Nullable Preview> previewProperty() {
        return preview;
    }

    /** Why the chosen source cannot be looked into. */
    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    ObjectProperty<@Nullable Imported> importedProperty() {
        return imported;
    }

    /** The template in which the recipe's last instructions are trained on. */
    String template() {
        TrainStage stage = workbench.recipe().lastStage(TrainStage.Task.SFT);
        return stage == null ? "alpaca" : stage.template();
    }

    /** Adds files and folders as sources, each under a name of its own. */
    void add(List<Path> paths) {
        List<CorpusSource> all = new ArrayList<>(sources);
        for (Path path : paths) {
            Set<String> names = all.stream().map(CorpusSource::source).collect(Collectors.toSet());
            String name = SourceNames.unused(path, names);
            all.add(new CorpusSource(SourceNames.seenFrom(workbench.base(), path), name, "auto", "auto", Map.of()));
        }
        edit(all);
        selected.set(all.size() - 1);
    }

    void remove(int index) {
        List<CorpusSource> left = new ArrayList<>(sources);
        left.remove(index);
        edit(left);
    }

    void start() {
        workbench.start(Step.IMPORT);
    }

    private RecipeEditor editor() {
        return workbench.editor();
    }

    private void edit(List<CorpusSource> changed) {
        try {
            editor().edit(Recipes.withCorpus(workbench.recipe(), changed));
            problem.set(null);
        } catch (RecipeException e) {
            // a stage or a weight still speaks of the source
            problem.set(Event.Failed.of(e.in("recipe")));
        }
    }

    private void refresh() {
        List<CorpusSource> now = workbench.recipe().corpus();
        if (!sources.equals(now)) {
            sources.setAll(now);
            selected.set(Math.min(Math.max(selected.get(), 0), now.size() - 1));
            look();
        }
        findImported();
    }

    private void look() {
        int index = selected.get();
        if (!workbench.isOpen() || index < 0 || index >= sources.size()) {
            preview.set(null);
            return;
        }
        CorpusSource source = workbench.resolved().corpus().get(index);
        looking.request(stage -> Preview.of(source, RECORDS), this::looked, this::failed);
    }

    private void looked(Preview found) {
        problem.set(null);
        preview.set(found);
    }

    private void failed(Failure failure) {
        preview.set(null);
        problem.set(Event.Failed.of(failure));
    }

    private void findImported() {
        if (workbench.isOpen()) {
            workbench.find(
                    Step.IMPORT,
                    found -> found.ifPresentOrElse(
                            result -> context.tasks().run(stage -> Imported.read(result), imported::set, this::failed),
                            () -> imported.set(null)),
                    failure -> imported.set(null));
        }
    }
}
