package lathe.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.pipeline.Project;
import lathe.pipeline.RecipeFile;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunState;
import lathe.pipeline.Step;
import lathe.pipeline.WorkerProcess;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.WholeFile;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.task.Job;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The project in the window: its recipe, where it lies, how its steps stand, and its jobs. No controls. */
public final class Workbench {
    private final RecipeEditor editor = new RecipeEditor(empty());
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Map<WizardStep, StepMark>> marks =
            new SimpleObjectProperty<>(new EnumMap<>(WizardStep.class));
    private final ObjectProperty<Long> changes = new SimpleObjectProperty<>(0L);
    private final Map<Step, Job> jobs = new EnumMap<>(Step.class);
    private final TaskRunner tasks;
    private final String device;

    /**
     * A workbench without a project.
     *
     * @param device where tensors are computed: auto, cpu or cuda:N
     */
    public Workbench(TaskRunner tasks, String device) {
        this.tasks = tasks;
        this.device = device;
    }

    /** The job of a shared step; that of {@link Step#TRAIN} is the run in view. */
    public Job job(Step step) {
        return jobs.computeIfAbsent(step, made -> watched(new Job(tasks)));
    }

    /** Makes one shared step, with those before it that are not up to date. */
    public void start(Step step) {
        Recipe recipe = resolved();
        Project project = project();
        job(step).start(() -> new WorkerProcess.Job(project.newJob(recipe, step), Step.IMPORT, step, false, "cpu", 0));
    }

    /** Watches the last job of a shared step again, if it is at work or ended badly. */
    public void reattach(Step step) {
        RunFolder folder = jobFolder(step);
        if (!isOpen() || job(step).run() != null) {
            return;
        }
        tasks.run(
                context -> folder.state(),
                state -> {
                    boolean tells = state != RunState.NEW && state != RunState.DONE && state != RunState.CANCELLED;
                    if (tells && job(step).run() == null && folder.equals(jobFolder(step))) {
                        job(step).attach(folder);
                    }
                },
                failure -> {});
    }

    /** Looks for a shared step's result; told on the JavaFX thread. */
    public void find(Step step, Consumer<Optional<StepResult>> found, Consumer<Failure> failed) {
        Recipe recipe = resolved();
        Project project = project();
        tasks.run(context -> StepResult.find(project, recipe, step), found, failed);
    }

    /** The same for the tokenizer; one that the recipe takes as it is needs no step. */
    public void findTokenizer(Consumer<Optional<StepResult>> found, Consumer<Failure> failed) {
        Optional<StepResult> taken = resolved().tokenizer() instanceof TokenizerSettings.From from
                ? Optional.of(new StepResult(Path.of(from.from()), true))
                : Optional.empty();
        find(
                Step.TOKENIZER,
                made -> found.accept(
                        made.filter(StepResult::current).or(() -> taken).or(() -> made)),
                failed);
    }

    /** Starts a new run of the whole recipe. */
    public void startRun() {
        Recipe recipe = resolved();
        Project project = project();
        job(Step.TRAIN)
                .start(() -> new WorkerProcess.Job(project.newRun(recipe), Step.IMPORT, Step.EXPORT, false, device, 0));
    }

    /** Lets a run that ended early go on from its newest checkpoint. */
    public void resume(RunFolder stopped) {
        job(Step.TRAIN).start(() -> new WorkerProcess.Job(stopped, Step.IMPORT, Step.EXPORT, true, device, 0));
    }

    /** Something that ended, or went on to its next step, has left results. */
    private Job watched(Job job) {
        job.stateProperty().addListener((property, before, now) -> resultsChanged());
        job.progressProperty().addListener((property, before, now) -> {
            if (!before.step().equals(now.step())) {
                resultsChanged();
            }
        });
        return job;
    }

    public RecipeEditor editor() {
        return editor;
    }

    public Recipe recipe() {
        return editor.recipe();
    }

    public String device() {
        return device;
    }

    /** The recipe's file; null until a project is open. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return file.get() != null;
    }

    /** How each step stands. */
    public ObjectProperty<Map<WizardStep, StepMark>> marksProperty() {
        return marks;
    }

    /** Counts up whenever results on disk may have changed. */
    public ObjectProperty<Long> changesProperty() {
        return changes;
    }

    /** Says that a job has ended, and results may have changed. */
    public void resultsChanged() {
        changes.set(changes.get() + 1);
    }

    /** Opens a recipe that was read from a file. */
    public void open(Path recipeFile, Recipe recipe) {
        jobs.values().forEach(Job::detach);
        file.set(recipeFile.toAbsolutePath().normalize());
        editor.open(recipe);
        resultsChanged();
    }

    /** Writes the recipe to its file. */
    public void save() throws IOException {
        WholeFile.write(requireFile(), RecipeYaml.write(recipe()));
        editor.markSaved();
    }

    /** Writes the recipe to another file and goes on there. */
    public void saveAs(Path other) throws IOException {
        file.set(other.toAbsolutePath().normalize());
        save();
        resultsChanged();
    }

    /** The folder in which the recipe's relative paths start. */
    public Path base() {
        Path parent = requireFile().getParent();
        return parent == null ? requireFile() : parent;
    }

    /** The recipe with absolute paths, as steps take it. */
    public Recipe resolved() {
        return RecipeFile.resolve(recipe(), base());
    }

    /** The project's folder: the recipe's runs and results. */
    public Project project() {
        return Project.at(base().resolve("lathe-out").resolve(recipe().name()));
    }

    /** The folder in which the last job of a step left its events. */
    public RunFolder jobFolder(Step step) {
        return new RunFolder(project().folder().resolve("jobs").resolve(step.word()));
    }

    private Path requireFile() {
        Path there = file.get();
        if (there == null) {
            throw new IllegalStateException("no project is open");
        }
        return there;
    }

    private static Recipe empty() {
        try {
            return RecipeYaml.read("lathe: 1\nname: untitled\n");
        } catch (RecipeException e) {
            throw new AssertionError("a recipe needs a name and nothing else", e);
        }
    }
}
