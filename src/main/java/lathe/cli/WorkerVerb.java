package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunOptions;
import lathe.pipeline.RunSession;
import lathe.pipeline.WorkerCommand;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a child process does: steps of a run whose folder somebody else made. */
@Command(name = "worker", hidden = true, description = "Carries out steps of a run folder; started by Lathe itself.")
final class WorkerVerb implements Callable<Integer> {
    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--from", required = true)
    private String from = "";

    @Option(names = "--to", required = true)
    private String to = "";

    @Option(names = "--resume")
    private boolean resume;

    @Option(names = "--threads")
    private int threads;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--talk", description = "Prints events as the console does.")
    private boolean talk;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        RunFolder folder = new RunFolder(run);
        String device = System.getProperty(WorkerCommand.MARK, "cpu");
        RunOptions options =
                new RunOptions(RunVerb.step(from, "--from"), RunVerb.step(to, "--to"), resume, device, threads);
        Reporter reporter = new Reporter(json ? System.err : System.out, json ? System.out : null);
        GracefulStop stop = GracefulStop.on(folder);
        try {
            RunSession.run(folder, options, talk ? reporter : event -> {});
        } finally {
            stop.ended();
        }
        return 0;
    }
}
