package lathe.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lathe.run.Failure;

/** A run in a process of its own, which outlives the one that started it. */
public final class WorkerProcess {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /** What a worker is to do. */
    public record Job(RunFolder run, Step from, Step to, boolean resume, String device, int threads) {}

    /** Starts a worker; its streams go to {@code log/worker.log} of the run folder. */
    public static WorkerProcess start(Job job) throws IOException, Failure {
        job.run().clearRequests();
        Files.createDirectories(job.run().logs());
        List<String> command = new ArrayList<>(detached());
        command.addAll(WorkerCommand.of(Hardware.choose(job.device()), arguments(job)));
        File log = job.run().workerLog().toFile();
        Process process = WorkerCommand.process(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .directory(job.run().folder().toFile())
                .start();
        return new WorkerProcess(process);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The status with which it ended; only when it is not alive. */
    public int exitStatus() {
        return process.exitValue();
    }

    /** Ends it at once, when it does not answer a request to stop. */
    public void kill() {
        process.destroyForcibly();
    }

    private static List<String> arguments(Job job) {
        List<String> verb = new ArrayList<>(List.of(
                "worker",
                "--run",
                job.run().folder().toString(),
                "--from",
                job.from().word(),
                "--to",
                job.to().word(),
                "--threads",
                Integer.toString(job.threads())));
        if (job.resume()) {
            verb.add("--resume");
        }
        return verb;
    }

    /** Puts a worker into a session of its own, so that closing a terminal does not end it. */
    private static List<String> detached() {
        boolean has = Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);
        return has ? List.of("setsid") : List.of();
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
