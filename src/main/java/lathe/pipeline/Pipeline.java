package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import lathe.recipe.Recipe;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;

/**
 * The steps in order, and the only place that names them all. A shared step whose result is there for exactly this
 * recipe and these sources is not repeated.
 */
final class Pipeline {
    private final RunFolder run;
    private final Recipe recipe;
    private final RunOptions options;
    private final RunContext context;
    private final Project project;
    private final Map<Step, Fingerprint> prints;
    private final Map<Step, Path> results = new EnumMap<>(Step.class);

    private Pipeline(RunFolder run, RunOptions options, RunContext context) throws Failure, IOException {
        this.run = run;
        this.options = options;
        this.context = context;
        recipe = run.recipe();
        project = run.project();
        context.phase("run", "reading sources");
        prints = project.fingerprints(recipe);
    }

    static void run(RunFolder run, RunOptions options, RunContext context)
            throws Failure, IOException, RunCancelledException {
        new Pipeline(run, options, context).run();
    }

    private void run() throws Failure, IOException, RunCancelledException {
        SharedWork shared = new SharedWork(recipe, results, options.threadsOrAll(), context);
        ModelWork models = new ModelWork(run, recipe, results, options, context);
        for (Step step : Step.values()) {
            context.checkCancelled();
            if (step.compareTo(options.to()) > 0) {
                return;
            }
            if (step.isShared()) {
                share(step, shared);
            } else if (options.includes(step)) {
                models.carryOut(step);
            }
        }
    }

    private void share(Step step, SharedWork work) throws Failure, IOException, RunCancelledException {
        Fingerprint print = Objects.requireNonNull(prints.get(step));
        Path result = project.resultFolder(step, print);
        if (Project.isDone(result)) {
            if (options.includes(step)) {
                context.phase(step.word(), "up to date");
            }
        } else if (options.includes(step)) {
            make(step, work, result, print);
        } else {
            throw Failure.badInput(
                    "The step " + step.word() + " has no result for this recipe and these sources",
                    project.folder().toString(),
                    "begin earlier: --from " + step.word());
        }
        results.put(step, result);
    }

    /**
     * The result appears under its name when it is complete; whatever ends the work early leaves none. An import and a
     * mix leave what they have, to go on from.
     */
    private void make(Step step, SharedWork work, Path result, Fingerprint print)
            throws Failure, IOException, RunCancelledException {
        Path part = PartFolder.take(result);
        try {
            work.carryOut(step, part);
            Files.writeString(part.resolve(Project.DONE), print.hex());
            WholeFile.move(part, result);
        } finally {
            if (!PartFolder.isInterrupted(part)) {
                WholeFile.deleteTree(part);
            }
        }
        context.emit(new Event.Artifact(step.word(), result.toString()));
    }
}
