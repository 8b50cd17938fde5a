package lathe.ui.step.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import lathe.pipeline.Step;
import lathe.recipe.CorpusSource;
import lathe.recipe.RecipeException;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.kit.FileDialogs;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Recipes;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.source.OpenCorpus;
import lathe.ui.step.corpus.source.SourceActions;
import lathe.ui.step.corpus.source.SourceEdits;
import lathe.ui.step.corpus.source.SourceLook;
import lathe.ui.step.corpus.source.SourceNames;
import lathe.ui.step.corpus.source.SourceRow;
import lathe.ui.task.Job;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** The sources of the recipe, how they lie on the disk, and what the import made of them. */
public final class CorpusViewModel implements SourceActions {
    private static final double SETTLE_MILLIS = 80;

    private final Workbench workbench;
    private final PaneContext context;
    private final LatestTask<Map<CorpusSource, SourceLook>> looking;
    private final LatestTask<OpenCorpus> opening;
    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();
    private final Map<CorpusSource, SourceLook> looks = new HashMap<>();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ObjectProperty<@Nullable OpenCorpus> corpus = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();

    public CorpusViewModel(PaneContext context) {
        this.context = context;
        workbench = context.workbench();
        looking = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
        opening = new LatestTask<>(context.tasks(), 0);
    }

    /** Begins to follow the project. */
    void open() {
        workbench.reattach(Step.IMPORT);
        editor().recipeProperty().addListener((property, before, now) -> refresh());
        workbench.changesProperty().addListener((property, before, now) -> findCorpus());
        refresh();
        selected.set(rows.isEmpty() ? -1 : 0);
    }

    Job job() {
        return workbench.job(Step.IMPORT);
    }

    ObservableList<SourceRow> rows() {
        return rows;
    }

    /** Index of the chosen source; -1 where there is none. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** What was imported last; null where nothing was. */
    ObjectProperty<@Nullable OpenCorpus> corpusProperty() {
        return corpus;
    }

    /** Why something could not be done with a source. */
    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    /** Lets the user choose files. */
    void chooseFiles() {
        Texts texts = context.texts();
        // which endings are understood, import says; a preview says so of each file
        FileDialogs.Kind all = new FileDialogs.Kind(texts.get("corpus.kind"), List.of("*.*", "*"));
        add(context.dialogs().open(texts.get("corpus.files"), all));
    }

    /** Lets the user choose a folder. */
    void chooseFolder() {
        context.dialogs().folder(context.texts().get("corpus.folder")).ifPresent(folder -> add(List.of(folder)));
    }

    /** Adds files and folders as sources, each under a name of its own. */
    void add(List<Path> paths) {
        List<CorpusSource> all = new ArrayList<>(workbench.recipe().corpus());
        for (Path path : paths) {
            Set<String> names = all.stream().map(CorpusSource::source).collect(Collectors.toSet());
            String name = SourceNames.unused(path, names);
            all.add(new CorpusSource(SourceNames.seenFrom(workbench.base(), path), name, "auto", "auto", Map.of()));
        }
        edit(() -> editor().edit(Recipes.withCorpus(workbench.recipe(), all)));
        selected.set(rows.size() - 1);
    }

    @Override
    public void rename(int index, String name) {
        Texts texts = context.texts();
        if (name.isEmpty() || SourceEdits.isTaken(workbench.recipe(), index, name)) {
            String what = name.isEmpty() ? texts.get("corpus.noname") : texts.get("corpus.taken", name);
            problem.set(new Event.Failed(what, "", texts.get("corpus.safe"), List.of()));
            refreshRows();
            return;
        }
        edit(() -> editor().set(SourceEdits.rename(workbench.recipe(), index, name)));
        refreshRows();
    }

    @Override
    public void remove(int index) {
        Texts texts = context.texts();
        int stage = SourceEdits.stageThatNeeds(workbench.recipe(), index);
        if (stage > 0) {
            String name = workbench.recipe().corpus().get(index).source();
            problem.set(new Event.Failed(
                    texts.get("corpus.needed", name, stage),
                    "",
                    texts.get("corpus.safe"),
                    List.of(texts.get("corpus.needed.mend"))));
            return;
        }
        edit(() -> editor().set(SourceEdits.remove(workbench.recipe(), index)));
    }

    @Override
    public void importAgain() {
        start();
    }

    void start() {
        workbench.start(Step.IMPORT);
    }

    /** Looks at all sources on the disk again: somebody may have changed them meanwhile. */
    void lookAgain() {
        if (workbench.isOpen()) {
            List<CorpusSource> sources = workbench.resolved().corpus();
            looking.request(
                    stage -> {
                        Map<CorpusSource, SourceLook> found = new HashMap<>();
                        for (CorpusSource source : sources) {
                            stage.checkCancelled();
                            found.put(source, SourceLook.of(source));
                        }
                        return found;
                    },
                    found -> {
                        looks.putAll(found);
                        refreshRows();
                    },
                    this::fail);
        }
    }

    private RecipeEditor editor() {
        return workbench.editor();
    }

    /** An edit of the recipe. */
    @FunctionalInterface
    private interface Edit {
        void make() throws RecipeException;
    }

    private void edit(Edit edit) {
        try {
            edit.make();
            problem.set(null);
        } catch (RecipeException e) {
            problem.set(Event.Failed.of(e.in("recipe")));
        }
    }

    private void refresh() {
        refreshRows();
        lookAgain();
        findCorpus();
    }

    private void refreshRows() {
        List<CorpusSource> sources = workbench.recipe().corpus();
        List<CorpusSource> resolved = workbench.isOpen() ? workbench.resolved().corpus() : sources;
        int chosen = selected.get();
        List<SourceRow> now = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            now.add(SourceRow.of(sources.get(i), looks.get(resolved.get(i)), corpus.get()));
        }
        update(now);
        selected.set(Math.min(Math.max(chosen, 0), now.size() - 1));
    }

    /** Rows that are as they were stay: a name may be typed in one of them. */
    private void update(List<SourceRow> now) {
        if (now.size() != rows.size()) {
            rows.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }

    private void findCorpus() {
        if (workbench.isOpen()) {
            workbench.find(
                    Step.IMPORT, found -> found.ifPresentOrElse(this::open, () -> show(null)), failure -> show(null));
        }
    }

    private void open(StepResult result) {
        OpenCorpus before = corpus.get();
        opening.now(stage -> OpenCorpus.of(result, before, stage), this::show, failure -> show(null));
    }

    private void show(@Nullable OpenCorpus opened) {
        corpus.set(opened);
        refreshRows();
    }

    private void fail(Failure failure) {
        problem.set(Event.Failed.of(failure));
    }
}
