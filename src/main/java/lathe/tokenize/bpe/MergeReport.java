package lathe.tokenize.bpe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lathe.run.Event;
import lathe.run.RunContext;

/** Tells how far merging is and what was learned lately, a few times a second at most. */
final class MergeReport {
    private static final long NANOS = 250_000_000L;
    private static final int LATEST = 8;

    private final BpeTokens tokens;
    private final RunContext context;
    private final Deque<Integer> latest = new ArrayDeque<>();
    private int first;
    private int wanted;
    private long told;

    MergeReport(BpeTokens tokens, RunContext context) {
        this.tokens = tokens;
        this.context = context;
    }

    void begin(int vocabSize) {
        context.phase("tokenizer", "merging");
        first = tokens.vocabulary().size();
        wanted = Math.max(0, vocabSize - first);
        told = System.nanoTime();
    }

    void merged(int id) {
        latest.addLast(id);
        if (latest.size() > LATEST) {
            latest.removeFirst();
        }
        if (System.nanoTime() - told > NANOS) {
            tell(wanted);
        }
    }

    void end() {
        tell(made());
    }

    private int made() {
        return tokens.vocabulary().size() - first;
    }

    private void tell(int total) {
        told = System.nanoTime();
        context.progress(made(), total, "merges");
        if (!latest.isEmpty()) {
            List<String> texts = latest.stream().map(tokens::readable).toList();
            context.emit(new Event.Learned(tokens.vocabulary().size(), texts));
            latest.clear();
        }
    }
}
