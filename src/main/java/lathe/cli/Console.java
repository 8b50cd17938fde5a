package lathe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import lathe.pipeline.EventLog;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import picocli.CommandLine;

/** Runs one verb and turns whatever happens into an exit status. */
public final class Console {
    private static final int CANCELLED = 5;
    private static final int BUG = 1;

    private Console() {}

    /**
     * Runs a verb.
     *
     * @return 0 done, 1 a bug in Lathe, 2 wrong usage, 3 bad input, 4 out of memory, disk or device, 5 cancelled
     */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new LatheVerb());
        for (String later : List.of("memory")) {
            CommandLine verb = new CommandLine(new LaterVerb());
            verb.setUnmatchedArgumentsAllowed(true);
            line.addSubcommand(later, verb);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, command, parsed) -> status(error, hasJson(arguments)));
        line.setParameterExceptionHandler(new UsageHelp());
        line.setUsageHelpWidth(120);
        RunVerb.describeKeys(line);
        return line.execute(arguments);
    }

    private static boolean hasJson(String... arguments) {
        return List.of(arguments).contains("--json");
    }

    private static int status(Throwable error, boolean json) {
        if (error instanceof RunCancelledException) {
            System.err.println("stopped on request");
            return CANCELLED;
        }
        if (error instanceof ChildProcess.ChildFailed child) {
            return child.status();
        }
        if (error instanceof Failure failure) {
            return report(failure, json);
        }
        if (error instanceof IOException io) {
            return report(Failure.of(io, ""), json);
        }
        if (error instanceof UncheckedIOException io) {
            return report(Failure.of(io, ""), json);
        }
        if (error instanceof InvalidPathException path) {
            return report(noName(path), json);
        }
        if (error instanceof OutOfMemoryError) {
            return report(Failure.resources("Java's memory is exhausted", "", "java -Xmx8g -jar lathe.jar …"), json);
        }
        System.err.println(
                "This is a bug in Lathe; the lines below say where. Nothing that was written before is lost.");
        error.printStackTrace();
        return BUG;
    }

    /** In the C locale Java cannot name a file whose name goes beyond ASCII. */
    private static Failure noName(InvalidPathException error) {
        return Failure.badInput(
                "This cannot be the name of a file here: " + error.getReason(),
                error.getInput(),
                "in the C locale only ASCII can: set LC_ALL=C.UTF-8 and start again",
                "give the file another name");
    }

    private static int report(Failure failure, boolean json) {
        if (json) {
            System.out.println(Json.line(EventLog.toJson(Event.Failed.of(failure))));
        }
        System.err.println(failure.describe());
        return failure.kind().exitStatus();
    }
}
