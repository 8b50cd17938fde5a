package lathe.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
import lathe.pipeline.RunSession;
import lathe.pipeline.RunState;
import lathe.pipeline.Step;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import lathe.run.RunCancelledException;

/** A run whose end the console waits for. Tensors are computed in a child process, everything else right here. */
final class ForegroundRun {
    private final CommonOptions common;

    ForegroundRun(CommonOptions common) {
        this.common = common;
    }

    /** The folder of a new run, or of the one to go on with. */
    RunFolder folder(Project project, Recipe whole, boolean resume) throws IOException, Failure {
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
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Carries a run out and says where it lies. */
    void carryOut(RunFolder run, RunOptions options) throws Failure, IOException, RunCancelledException {
        run.clearRequests();
        common.people().println("run        " + run.folder());
        if (options.to().compareTo(Step.TRAIN) < 0) {
            here(run, options);
        } else {
            ChildProcess.run(options.device(), workerVerb(run, options));
        }
        new RunSummary(run, common.people()).print();
        common.people().println("done       " + run.folder());
    }

    private void here(RunFolder run, RunOptions options) throws Failure, IOException, RunCancelledException {
        GracefulStop stop = GracefulStop.on(run);
        try {
            RunSession.run(run, options, common.reporter());
        } finally {
            stop.ended();
        }
    }

    private List<String> workerVerb(RunFolder run, RunOptions options) {
        List<String> verb = new ArrayList<>(List.of(
                "worker", "--talk",
                "--run", run.folder().toString(),
                "--from", options.from().word(),
                "--to", options.to().word(),
                "--threads", Integer.toString(options.threads())));
        if (options.resume()) {
            verb.add("--resume");
        }
        if (common.json) {
            verb.add("--json");
        }
        return verb;
    }
}
