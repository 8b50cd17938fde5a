package lathe.ui.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunFollower;
import lathe.pipeline.RunState;
import lathe.run.Event;

/**
 * Follows a run's folder: files are read on the watch thread, what they say is handed over on the JavaFX thread at most
 * ten times a second, so that thousands of steps a second do not flood the window.
 */
final class RunWatch {
    private static final long READ_EVERY_MILLIS = 100;
    private static final long HAND_OVER_EVERY_NANOS = 100_000_000L;
    private static final int LOOK_AT_STATE_EVERY = 4;
    /** A run that is over may be resumed from the console: look, but seldom. */
    private static final int IDLE_LOOK_EVERY = 4;

    private final RunFolder run;
    private final RunFollower follower;
    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
    private final AnimationTimer handOver;
    private final TaskRunner.Repeated reading;
    private volatile RunState state = RunState.NEW;
    private volatile boolean looked;
    private int polls;

    /** What is handed over: how the run stands, and the events since the last time. */
    record News(RunState state, List<Event> events) {}

    RunWatch(RunFolder run, TaskRunner tasks, Consumer<News> listener) {
        this.run = run;
        follower = new RunFollower(run);
        handOver = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (now - last >= HAND_OVER_EVERY_NANOS && looked) {
                    last = now;
                    listener.accept(drain());
                }
            }
        };
        handOver.start();
        reading = tasks.every(READ_EVERY_MILLIS, this::read);
    }

    void stop() {
        reading.stop();
        handOver.stop();
    }

    /** The state is looked at before the events, so that an ended run has handed over all of them. */
    private void read() {
        try {
            if (state != RunState.RUNNING && looked && polls % IDLE_LOOK_EVERY != 0) {
                polls++;
                return;
            }
            RunState seen = polls++ % LOOK_AT_STATE_EVERY == 0 ? run.state() : state;
            events.addAll(follower.poll());
            state = seen;
            looked = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private News drain() {
        RunState seen = state;
        List<Event> news = new ArrayList<>();
        for (Event event = events.poll(); event != null; event = events.poll()) {
            news.add(event);
        }
        return new News(seen, news);
    }
}
