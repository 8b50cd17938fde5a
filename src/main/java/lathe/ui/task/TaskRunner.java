package lathe.ui.task;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the window's threads: a few for services, one that looks after worker processes. */
public final class TaskRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final int SERVICES = 3;

    private final ExecutorService services = Executors.newFixedThreadPool(SERVICES, named("lathe-service"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(named("lathe-watch"));

    /**
     * Starts work; what becomes of it is told on the JavaFX thread.
     *
     * @return the task, to be cancelled when its result is no longer wanted
     */
    public <T> StageTask<T> start(StageTask.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        StageTask<T> task = new StageTask<>(work);
        task.setOnSucceeded(event -> {
            T value = task.getValue();
            if (value != null) {
                done.accept(value);
            }
        });
        task.setOnFailed(event -> failed.accept(failure(task.getException())));
        if (services.isShutdown()) {
            // the window is closing: nobody waits for the result any more
            task.cancel(false);
        } else {
            services.execute(task);
        }
        return task;
    }

    /** The same for work that nobody will cancel. */
    public <T> void run(StageTask.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        StageTask<T> started = start(work, done, failed);
        LOG.trace("started {}", started);
    }

    /** Does something again and again until {@link Repeated#stop}; it must be quick. */
    public Repeated every(long milliseconds, Runnable work) {
        if (watch.isShutdown()) {
            return () -> {};
        }
        var future = watch.scheduleWithFixedDelay(guarded(work), 0, milliseconds, TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    /** Something that is done again and again. */
    @FunctionalInterface
    public interface Repeated {
        void stop();
    }

    @Override
    public void close() {
        services.shutdownNow();
        watch.shutdownNow();
    }

    /** A scheduled task that throws once is never called again: log it, and go on. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (IllegalStateException | java.io.UncheckedIOException e) {
                LOG.warn("a watch could not look", e);
            }
        };
    }

    private static Failure failure(@Nullable Throwable error) {
        if (error instanceof Failure failure) {
            return failure;
        }
        if (error instanceof IOException io) {
            return Failure.of(io, "");
        }
        if (error instanceof java.io.UncheckedIOException io && io.getCause() != null) {
            return Failure.of(io.getCause(), "");
        }
        LOG.error("a service failed", error);
        return Failure.badInput(String.valueOf(error), "");
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
