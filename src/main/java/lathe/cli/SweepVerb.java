package lathe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
import lathe.pipeline.RunState;
import lathe.pipeline.Step;
import lathe.pipeline.sweep.CellResult;
import lathe.pipeline.sweep.Grid;
import lathe.pipeline.sweep.SweepFile;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a recipe once for each combination of some values. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Trains once for each combination of values and shows loss, memory, speed and adapter size side by side. The same command again goes on where it stood.")
final class SweepVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--grid",
            paramLabel = "KEY=V1,V2",
            required = true,
            arity = "1..*",
            description = "Values of a key of the recipe: train.1.lora.r=4,8,16. May be repeated.")
    private List<String> grid = List.of();

    @Option(
            names = "--to",
            paramLabel = "STEP",
            defaultValue = "train",
            description = "Last step of each run; default: train.")
    private String to = "train";

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        Recipe base = recipe.recipe(common.seed);
        Project project = recipe.project(base);
        Grid all = Grid.parse(grid);
        List<String> keys = List.copyOf(all.values().keySet());
        List<CellResult> done = new ArrayList<>();
        // every recipe is checked before the first one runs
        Map<Grid.Cell, Recipe> recipes = recipes(all, base);
        for (Map.Entry<Grid.Cell, Recipe> cell : recipes.entrySet()) {
            common.people()
                    .println("cell       " + (done.size() + 1) + " of " + recipes.size() + ": "
                            + cell.getKey().name());
            done.add(carryOut(project, cell.getKey(), cell.getValue()));
            new SweepFile(base.name(), keys, done).write(project.folder());
        }
        print(keys, done);
        common.people().println("table      " + SweepFile.in(project.folder(), base.name()));
        return done.stream().anyMatch(cell -> !cell.state().equals("done")) ? 3 : 0;
    }

    private Map<Grid.Cell, Recipe> recipes(Grid all, Recipe base) throws Failure, IOException {
        Map<Grid.Cell, Recipe> recipes = new LinkedHashMap<>();
        for (Grid.Cell cell : all.cells()) {
            Map<String, String> values = new LinkedHashMap<>(cell.values());
            values.put("name", base.name() + "-" + cell.name());
            recipes.put(cell, recipe.with(values, common.seed));
        }
        return recipes;
    }

    /** A run that failed, of memory for one, does not end the sweep; one that was stopped does. */
    private CellResult carryOut(Project project, Grid.Cell cell, Recipe one)
            throws Failure, IOException, RunCancelledException {
        Optional<RunFolder> before = before(project, one);
        RunFolder run = before.isPresent() ? before.get() : project.newRun(one);
        if (run.state() != RunState.DONE) {
            boolean resume = run.state().canResume();
            RunOptions options =
                    new RunOptions(Step.IMPORT, RunVerb.step(to, "--to"), resume, device.chosen(), common.threads);
            try {
                new ForegroundRun(common).carryOut(run, options);
            } catch (ChildProcess.ChildFailed e) {
                if (run.state() == RunState.CANCELLED) {
                    throw e;
                }
                common.people().println("failed     " + run.folder());
            }
        }
        return CellResult.of(cell.values(), run);
    }

    /** The newest run of exactly this recipe. */
    private static Optional<RunFolder> before(Project project, Recipe one) throws IOException, Failure {
        if (!Files.isDirectory(project.folder())) {
            return Optional.empty();
        }
        for (RunFolder run : project.runs()) {
            if (run.name().startsWith(one.name()) && run.recipe().equals(one)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    private void print(List<String> keys, List<CellResult> done) {
        List<Double> held = done.stream()
                .map(cell -> Objects.requireNonNullElse(cell.bestEvalLoss(), Double.NaN))
                .toList();
        double best =
                held.stream().filter(loss -> !loss.isNaN()).min(Double::compare).orElse(Double.NaN);
        SweepTable table = new SweepTable(keys);
        for (int i = 0; i < done.size(); i++) {
            table.add(done.get(i), held.get(i) == best);
        }
        table.print(common.people());
        if (common.json) {
            done.forEach(cell -> System.out.println(Json.line(cell)));
        }
    }
}
