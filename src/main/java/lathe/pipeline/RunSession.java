package lathe.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns a run folder while its steps are carried out, and tells in it how they ended. */
public final class RunSession {
    private static final Logger LOG = LoggerFactory.getLogger(RunSession.class);
    private static final String SAFE = "finished steps and checkpoints are kept";

    private RunSession() {}

    /** Carries out the steps that are asked for; whatever ends them is written down before it is thrown on. */
    public static void run(RunFolder run, RunOptions options, Consumer<Event> watcher)
            throws Failure, IOException, RunCancelledException {
        try (RunLock lock = RunLock.take(run.folder());
                FolderContext context = new FolderContext(run, watcher)) {
            LOG.debug("{} is ours: {}", run.folder(), lock);
            tell(run, options, context);
        }
    }

    private static void tell(RunFolder run, RunOptions options, FolderContext context)
            throws Failure, RunCancelledException {
        try {
            Pipeline.run(run, options, context);
            context.emit(new Event.Done(false));
        } catch (RunCancelledException e) {
            context.emit(new Event.Done(true));
            throw e;
        } catch (Failure e) {
            throw told(e.safe().isEmpty() ? e.keeping(SAFE) : e, context);
        } catch (IOException e) {
            throw told(Failure.of(e, SAFE), context);
        } catch (UncheckedIOException e) {
            throw told(Failure.of(e, SAFE), context);
        } catch (OutOfMemoryError e) {
            throw told(outOfMemory(e), context);
        }
    }

    private static Failure told(Failure failure, FolderContext context) {
        try {
            context.emit(Event.Failed.of(failure));
        } catch (UncheckedIOException e) {
            // a full disk cannot take the message either; the console and the worker's log still get it
            LOG.error("the failure could not be written to the run's folder", e);
        }
        return failure;
    }

    private static Failure outOfMemory(OutOfMemoryError error) {
        List<String> mend = List.of(
                "give Lathe more memory: java -Dlathe.worker.heap=8g …", "use a smaller batch or fewer --threads");
        return new Failure(Failure.Kind.RESOURCES, "Java's memory is exhausted", "", SAFE, mend, error);
    }
}
