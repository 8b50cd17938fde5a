package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.run.Failure;
import lathe.run.WholeFile;

/**
 * A project: a folder with {@code project.yaml}, {@code stages/} (results that all its runs share) and {@code runs/}.
 *
 * @param folder where it is
 */
public record Project(Path folder) {
    /** The file in a result's folder that says it is complete: its whole fingerprint. */
    static final String DONE = "done.sha256";

    /** The project in a folder; it comes to be with the first result. */
    public static Project at(Path folder) {
        return new Project(folder.toAbsolutePath().normalize());
    }

    /** How a shared step stands to a recipe whose paths are absolute. */
    public StepState state(Recipe recipe, Step step) throws IOException, Failure {
        if (result(recipe, step).isPresent()) {
            return StepState.DONE;
        }
        return latest(step).isPresent() ? StepState.STALE : StepState.MISSING;
    }

    /** The result of a shared step for exactly this recipe and these sources. */
    public Optional<Path> result(Recipe recipe, Step step) throws IOException, Failure {
        Fingerprint wanted = fingerprints(recipe).get(step);
        return Optional.ofNullable(wanted)
                .map(print -> resultFolder(step, print))
                .filter(Project::isDone);
    }

    /** The newest result of a shared step, of whatever settings. */
    public Optional<Path> latest(Step step) throws IOException {
        Path stages = folder.resolve("stages");
        if (!Files.isDirectory(stages)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(stages)) {
            return all.filter(path -> path.getFileName().toString().startsWith(step.word() + "-"))
                    .filter(Project::isDone)
                    .max(Comparator.comparing(path -> modified(path.resolve(DONE))));
        }
    }

    /** All runs, newest first. */
    public List<RunFolder> runs() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(path -> Files.exists(path.resolve("recipe.yaml")))
                    .sorted(Comparator.comparing((Path path) -> modified(path.resolve("recipe.yaml")))
                            .reversed())
                    .map(RunFolder::new)
                    .toList();
        }
    }

    /** A new run with a frozen copy of the recipe, whose paths are absolute. */
    public RunFolder newRun(Recipe recipe) throws IOException, Failure {
        Path runs = Files.createDirectories(folder.resolve("runs"));
        Path place = runs.resolve(recipe.name());
        for (int n = 2; Files.exists(place); n++) {
            place = runs.resolve(recipe.name() + "-" + n);
        }
        Files.createDirectory(place);
        return freeze(new RunFolder(place), recipe);
    }

    /** The folder of a job that makes one shared step; an earlier job of that step is forgotten. */
    public RunFolder newJob(Recipe recipe, Step step) throws IOException, Failure {
        RunFolder job = new RunFolder(folder.resolve("jobs").resolve(step.word()));
        if (job.state() == RunState.RUNNING) {
            throw Failure.badInput("This step is running already", job.folder().toString(), "wait for it, or stop it");
        }
        WholeFile.deleteTree(job.folder());
        Files.createDirectories(job.folder());
        return freeze(job, recipe);
    }

    /** The newest run of a recipe that did not end well, to go on with. */
    public Optional<RunFolder> resumable(Recipe recipe) throws IOException {
        for (RunFolder run : runs()) {
            boolean same = run.name().equals(recipe.name()) || run.name().startsWith(recipe.name() + "-");
            if (same && run.state().canResume()) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    Map<Step, Fingerprint> fingerprints(Recipe recipe) throws IOException, Failure {
        return Fingerprints.of(recipe, folder);
    }

    Path resultFolder(Step step, Fingerprint print) {
        return folder.resolve("stages").resolve(step.word() + "-" + print.brief());
    }

    static boolean isDone(Path result) {
        return Files.exists(result.resolve(DONE));
    }

    private RunFolder freeze(RunFolder run, Recipe recipe) throws IOException, Failure {
        Path settings = folder.resolve("project.yaml");
        if (!Files.exists(settings)) {
            WholeFile.write(settings, "lathe: 1\nname: " + recipe.name() + "\ncreated: " + Instant.now() + "\n");
        }
        List<String> head = new ArrayList<>();
        head.add("# Frozen by Lathe " + Version.current() + " on Java "
                + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        SourceDigests digests = new SourceDigests(folder);
        for (var source : recipe.corpus()) {
            head.add("# " + source.source() + ": sha256 " + digests.of(Path.of(source.path())));
        }
        digests.save();
        WholeFile.write(run.recipeFile(), String.join("\n", head) + "\n" + RecipeYaml.write(recipe));
        return run;
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // removed since it was listed: the oldest of all
            return FileTime.fromMillis(0);
        }
    }
}
