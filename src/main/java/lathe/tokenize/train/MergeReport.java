package lathe.tokenize.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import lathe.run.Event;
import lathe.run.RunContext;

/** Tells how far merging is and what was learned lately, a few times a second at most. */
public final class MergeReport {
    private static final long NANOS = 250_000_000L;
    private static final int LATEST = 8;

    private final IntSupplier size;
    private final IntFunction<String> readable;
    private final RunContext context;
    private final Deque<Integer> latest = new ArrayDeque<>();
    private int first;
    private int wanted;
    private long told;

    /**
     * A report of one training.
     *
     * @param size how many tokens there are now
     * @param readable a token as people read it
     */
    public MergeReport(IntSupplier size, IntFunction<String> readable, RunContext context) {
        this.size = size;
        this.readable = readable;
        this.context = context;
    }

    /** Merging begins, and is to end with so many tokens. */
    public void begin(int vocabSize) {
        context.phase("tokenizer", "merging");
        first = size.getAsInt();
        wanted = Math.max(0, vocabSize - first);
        told = System.nanoTime();
    }

    /** A token was made. */
    public void merged(int id) {
        latest.addLast(id);
        if (latest.size() > LATEST) {
            latest.removeFirst();
        }
        if (System.nanoTime() - told > NANOS) {
            tell(wanted);
        }
    }

    /** No more will come. */
    public void end() {
        tell(made());
    }

    private int made() {
        return size.getAsInt() - first;
    }

    private void tell(int total) {
        told = System.nanoTime();
        context.progress(made(), total, "merges");
        if (!latest.isEmpty()) {
            List<String> texts = latest.stream().map(readable::apply).toList();
            context.emit(new Event.Learned(size.getAsInt(), texts));
            latest.clear();
        }
    }
}
