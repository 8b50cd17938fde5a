package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Numbers from 0, worked on by several threads, each with a workspace of its own. */
final class Work {
    private static final int CHUNK = 1 << 13;

    private final int threads;
    private final RunContext context;

    Work(int threads, RunContext context) {
        this.threads = threads;
        this.context = context;
    }

    /** What is done with one number in a workspace. */
    interface One<W> {
        void run(W workspace, int number);
    }

    /** Works on all numbers and returns the workspaces; which of them saw which number is chance. */
    <W> List<W> all(int size, Supplier<W> workspaces, One<W> one) throws Failure, IOException, RunCancelledException {
        Queue<W> idle = new ConcurrentLinkedQueue<>();
        int chunks = (size + CHUNK - 1) / CHUNK;
        int[] done = new int[1];
        InOrder.run(
                IntStream.range(0, chunks).iterator(),
                1,
                threads,
                batch -> {
                    context.checkCancelled();
                    W free = idle.poll();
                    W workspace = free == null ? workspaces.get() : free;
                    int from = batch.get(0) * CHUNK;
                    for (int number = from; number < Math.min(size, from + CHUNK); number++) {
                        one.run(workspace, number);
                    }
                    idle.add(workspace);
                    return chunks;
                },
                all -> context.progress(++done[0], all, "blocks"));
        return new ArrayList<>(idle);
    }
}
