package lathe.cli;

import java.io.IOException;
import java.util.List;
import lathe.pipeline.WorkerCommand;

/** A verb in a child JVM that shares this console and this process group. */
final class ChildProcess {
    private static final int SIGNAL = 128;

    private ChildProcess() {}

    /** Whether this process is such a child. */
    static boolean isOne() {
        return System.getProperty(WorkerCommand.MARK) != null;
    }

    /** Runs a verb to its end; a status other than 0 ends this process with the same. */
    static void run(String device, List<String> verb) throws IOException {
        run(WorkerCommand.of(device, verb));
    }

    /** Runs a command of this program to its end, likewise. */
    static void run(List<String> command) throws IOException {
        Process child = WorkerCommand.process(command).inheritIO().start();
        Thread linger = new Thread(() -> wait(child), "wait-for-child");
        Runtime.getRuntime().addShutdownHook(linger);
        int status = wait(child);
        if (status > SIGNAL) {
            System.err.println("The computing process was ended by signal " + (status - SIGNAL)
                    + (status == SIGNAL + 9 ? ": killed, perhaps because memory ran out." : ".")
                    + "\n  safe:  finished steps and checkpoints are kept"
                    + "\n  mend:  run the same command with --resume; a smaller batch needs less memory");
            throw new ChildFailed(4);
        }
        if (status != 0) {
            throw new ChildFailed(status);
        }
    }

    private static int wait(Process child) {
        while (true) {
            try {
                return child.waitFor();
            } catch (InterruptedException e) {
                // the child got the same signal and is saving; its end is ours
                Thread.interrupted();
            }
        }
    }

    /** The child has said why; only its status is left to pass on. */
    static final class ChildFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        ChildFailed(int status) {
            super("status " + status, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
