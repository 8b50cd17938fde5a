package lathe.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works on a stream of items with several threads and hands on the results in the order of the items, so that any
 * number of threads gives the same output. Only a few batches are in memory at a time.
 */
public final class InOrder {
    private static final int BATCHES_PER_THREAD = 2;

    private InOrder() {}

    /** What is done with a batch, by any thread. */
    @FunctionalInterface
    public interface Work<A, B> {
        B apply(List<A> batch) throws Failure, IOException, RunCancelledException;
    }

    /** What takes the results, one at a time and in order. */
    @FunctionalInterface
    public interface Sink<B> {
        void accept(B result) throws Failure, IOException, RunCancelledException;
    }

    /**
     * Cuts items into batches, works on them and hands on what comes out.
     *
     * @param batch items per batch
     * @param threads workers; with 1 everything still happens in the same order
     */
    public static <A, B> void run(Iterator<A> items, int batch, int threads, Work<A, B> work, Sink<B> sink)
            throws Failure, IOException, RunCancelledException {
        run(items, batch, threads, new Load<>(item -> 1, Long.MAX_VALUE), work, sink);
    }

    /**
     * What may be under way at a time; one item always may.
     *
     * @param weight of an item
     * @param most sum of weights
     */
    public record Load<A>(ToLongFunction<A> weight, long most) {
        private long of(List<A> batch) {
            return batch.stream().mapToLong(weight).sum();
        }
    }

    private record Underway<B>(Future<B> future, long weight) {}

    /** The same, for items of very different sizes. */
    public static <A, B> void run(
            Iterator<A> items, int batch, int threads, Load<A> load, Work<A, B> work, Sink<B> sink)
            throws Failure, IOException, RunCancelledException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
        Deque<Underway<B>> underway = new ArrayDeque<>();
        long weight = 0;
        try {
            while (items.hasNext()) {
                List<A> next = take(items, batch);
                long more = load.of(next);
                while (!underway.isEmpty()
                        && (weight > load.most() - more
                                || underway.size() >= BATCHES_PER_THREAD * Math.max(1, threads))) {
                    Underway<B> first = underway.remove();
                    sink.accept(get(first.future()));
                    weight -= first.weight();
                }
                underway.add(new Underway<>(workers.submit(() -> work.apply(next)), more));
                weight += more;
            }
            while (!underway.isEmpty()) {
                sink.accept(get(underway.remove().future()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <A> List<A> take(Iterator<A> items, int most) {
        List<A> taken = new ArrayList<>(most);
        while (taken.size() < most && items.hasNext()) {
            taken.add(items.next());
        }
        return taken;
    }

    private static <B> B get(Future<B> future) throws Failure, IOException, RunCancelledException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunCancelledException();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause)
            throws Failure, IOException, RunCancelledException {
        if (cause instanceof Failure failure) {
            throw failure;
        }
        if (cause instanceof IOException error) {
            throw error;
        }
        if (cause instanceof RunCancelledException cancelled) {
            throw cancelled;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException bug ? bug : new IllegalStateException(cause);
    }
}
