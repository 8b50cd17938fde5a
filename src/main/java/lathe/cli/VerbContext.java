package lathe.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lathe.run.Event;
import lathe.run.RunContext;
import lathe.run.StopRequest;

/** The surroundings of a verb that has no run folder: the keyboard can stop it, the console sees its events. */
final class VerbContext implements RunContext, AutoCloseable {
    private static final int CANCELLED = 5;
    private static final int PATIENCE_SECONDS = 20;

    private final Consumer<Event> reporter;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile StopRequest stop = StopRequest.NONE;

    VerbContext(Consumer<Event> reporter) {
        this.reporter = reporter;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "stop-verb"));
    }

    @Override
    public StopRequest stopRequest() {
        return stop;
    }

    @Override
    public void emit(Event event) {
        reporter.accept(event);
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void interrupted() {
        if (ended.getCount() == 0) {
            return;
        }
        stop = StopRequest.SAVE;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("what was under way did not end in time");
            }
            // leaving the usual way would take LibTorch apart under a thread that still computes
            Runtime.getRuntime().halt(CANCELLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
