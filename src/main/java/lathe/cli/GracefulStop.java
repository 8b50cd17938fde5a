package lathe.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lathe.pipeline.RunFolder;
import lathe.run.StopRequest;

/** Lets a run that is interrupted from the keyboard, or told to terminate, save a checkpoint before it ends. */
final class GracefulStop {
    private static final int CANCELLED = 5;
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);

    private GracefulStop() {}

    /** Watches for the end of this process. */
    static GracefulStop on(RunFolder run) {
        GracefulStop stop = new GracefulStop();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.interrupted(run), "graceful-stop"));
        return stop;
    }

    /** The run is over: nothing needs to be saved. */
    void ended() {
        ended.countDown();
    }

    private void interrupted(RunFolder run) {
        if (ended.getCount() == 0) {
            return;
        }
        System.err.println("stopping: saving a checkpoint…");
        try {
            run.requestStop(StopRequest.SAVE);
            boolean saved = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            System.err.println(saved ? "stopped" : "the step did not end in time: the last checkpoint counts");
            // leaving the usual way would take LibTorch apart under a thread that still computes
            Runtime.getRuntime().halt(CANCELLED);
        } catch (IOException e) {
            System.err.println("the request could not be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
