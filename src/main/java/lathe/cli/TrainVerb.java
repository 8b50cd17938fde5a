package lathe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
import lathe.pipeline.Step;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mixes and trains, from a cleaned corpus and a tokenizer that are there. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "The steps mix and train of a recipe.")
final class TrainVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private final DeviceOption device = new DeviceOption();

    @Option(names = "--resume", description = "Goes on with the newest run of this recipe that did not end well.")
    private boolean resume;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        Recipe whole = recipe.recipe(common.seed);
        Project project = recipe.project(whole);
        RunFolder run = new ForegroundRun(common).folder(project, whole, resume);
        new ForegroundRun(common)
                .carryOut(run, new RunOptions(Step.MIX, Step.TRAIN, resume, device.chosen(), common.threads));
        return 0;
    }
}
