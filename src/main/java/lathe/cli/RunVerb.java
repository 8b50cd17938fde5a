package lathe.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
import lathe.pipeline.RunState;
import lathe.pipeline.Step;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries out a whole recipe. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Carries out a recipe: import, clean, tokenizer, mix, train, evaluate, export.",
        footerHeading = "%nKeys of a recipe:%n")
final class RunVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--from",
            paramLabel = "STEP",
            defaultValue = "import",
            description = "First step; earlier ones must have results.")
    private String from = "import";

    @Option(names = "--to", paramLabel = "STEP", defaultValue = "export", description = "Last step.")
    private String to = "export";

    @Option(names = "--resume", description = "Goes on with the newest run of this recipe that did not end well.")
    private boolean resume;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        Recipe whole = recipe.recipe(common.seed);
        Project project = recipe.project(whole);
        Step first = step(from, "--from");
        Step last = step(to, "--to");
        if (first.compareTo(last) > 0) {
            throw Failure.badInput(
                    from + " comes after " + to,
                    "--from, --to",
                    "the steps are import clean tokenizer mix train evaluate export");
        }
        RunFolder run = folder(project, whole);
        RunOptions options = new RunOptions(first, last, resume, device.chosen(), common.threads);
        common.people().println("run        " + run.folder());
        new ForegroundRun(common).carryOut(run, options);
        common.people().println("done       " + run.folder());
        return 0;
    }

    /** Puts the reference of all recipe keys under the verb's help. */
    static void describeKeys(CommandLine lathe) {
        CommandLine run = Objects.requireNonNull(lathe.getSubcommands().get("run"));
        String[] lines = RecipeReference.lines().stream()
                .map(text -> text.replace("%", "%%"))
                .toArray(String[]::new);
        run.getCommandSpec().usageMessage().footer(lines);
    }

    private RunFolder folder(Project project, Recipe whole) throws IOException, Failure {
        if (!resume) {
            return project.newRun(whole);
        }
        Optional<RunFolder> run = project.resumable(whole);
        if (run.isPresent()) {
            common.people()
                    .println("resuming   " + run.get().folder() + " ("
                            + word(run.get().state()) + ")");
            return run.get();
        }
        throw Failure.badInput(
                "There is no unfinished run of " + whole.name() + " to go on with",
                project.folder().toString(),
                "start a new one: leave out --resume",
                "or name its project with --out");
    }

    private static String word(RunState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    static Step step(String word, String option) throws Failure {
        return Step.of(word)
                .orElseThrow(() -> Failure.badInput(
                        "No such step: " + word,
                        option,
                        "the steps are import clean tokenizer mix train evaluate export"));
    }
}
