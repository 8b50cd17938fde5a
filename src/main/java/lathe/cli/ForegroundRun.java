package lathe.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
import lathe.pipeline.RunSession;
import lathe.pipeline.Step;
import lathe.run.Failure;
import lathe.run.RunCancelledException;

/** A run whose end the console waits for. Tensors are computed in a child process, everything else right here. */
final class ForegroundRun {
    private final CommonOptions common;

    ForegroundRun(CommonOptions common) {
        this.common = common;
    }

    void carryOut(RunFolder run, RunOptions options) throws Failure, IOException, RunCancelledException {
        run.clearRequests();
        if (options.to().compareTo(Step.TRAIN) < 0) {
            here(run, options);
        } else {
            ChildProcess.run(options.device(), workerVerb(run, options));
        }
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
