package lathe.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
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
        ForegroundRun foreground = new ForegroundRun(common);
        RunFolder run = foreground.folder(project, whole, resume);
        RunOptions options = new RunOptions(first, last, resume, device.chosen(), common.threads);
        foreground.carryOut(run, options);
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

    static Step step(String word, String option) throws Failure {
        return Step.of(word)
                .orElseThrow(() -> Failure.badInput(
                        "No such step: " + word,
                        option,
                        "the steps are import clean tokenizer mix train evaluate export"));
    }
}
