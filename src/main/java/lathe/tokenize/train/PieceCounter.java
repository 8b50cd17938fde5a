package lathe.tokenize.train;

import java.io.IOException;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Counts the pieces of texts with several threads. */
public final class PieceCounter {
    private PieceCounter() {}

    /**
     * Counts all pieces; close what comes back.
     *
     * @param limit bytes of memory beyond which counts go to a temporary folder; the result is the same
     */
    public static SharedCounts count(
            Sequences sequences, TextCutter cutter, int threads, long limit, RunContext context)
            throws Failure, IOException, RunCancelledException {
        SharedCounts counts = new SharedCounts(limit);
        try (Stream<Sequences.Block> blocks = sequences.blocks()) {
            context.phase("tokenizer", "counting");
            count(blocks.iterator(), sequences.bytes(), counts, cutter, threads, context);
            return counts;
        } catch (Failure | IOException | RunCancelledException | RuntimeException e) {
            counts.close();
            throw e;
        }
    }

    private static void count(
            Iterator<Sequences.Block> blocks,
            long total,
            SharedCounts counts,
            TextCutter cutter,
            int threads,
            RunContext context)
            throws Failure, IOException, RunCancelledException {
        Queue<SharedCounts.Local> idle = new ConcurrentLinkedQueue<>();
        long[] done = new long[1];
        InOrder.run(
                blocks,
                1,
                threads,
                block -> {
                    SharedCounts.Local free = idle.poll();
                    SharedCounts.Local local = free == null ? counts.new Local() : free;
                    for (Sequences.Block each : block) {
                        each.forEach(text -> {
                            context.checkCancelled();
                            cutter.cut(text, local);
                        });
                    }
                    local.handOn(false);
                    idle.add(local);
                    return block.stream().mapToLong(Sequences.Block::bytes).sum();
                },
                bytes -> {
                    done[0] += bytes;
                    context.progress(done[0], total, total > 0 ? "bytes" : "characters");
                });
        for (SharedCounts.Local local : idle) {
            local.handOn(true);
        }
    }
}
