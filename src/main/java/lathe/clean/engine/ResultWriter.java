package lathe.clean.engine;

import java.io.IOException;
import java.nio.file.Path;
import lathe.clean.rule.Broken;
import lathe.data.CorpusBlock;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.data.Dropped;
import lathe.run.Failure;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;

/** Writes the records that stay, those that go with their reason, the scores of all, and the account. */
final class ResultWriter implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int RECORDS_PER_REPORT = 10_000;

    private final Annotations annotations;
    private final Decider decider;
    private final Decisions decisions;
    private final CorpusWriter writer;
    private final ScoresFile scores;
    private final Ledger.Counter counter = new Ledger.Counter();
    private CorpusBlock block = new CorpusBlock(BLOCK_BYTES);

    ResultWriter(Annotations annotations, Decider decider, Decisions decisions, Path out, @Nullable Path scores)
            throws IOException {
        this.annotations = annotations;
        this.decider = decider;
        this.decisions = decisions;
        writer = new CorpusWriter(out);
        this.scores = new ScoresFile(scores, annotations, decider);
    }

    CorpusFolder write(RunContext context) throws Failure, IOException, RunCancelledException {
        context.phase("clean", "writing");
        for (var file : annotations.records().files()) {
            writer.file(file);
        }
        for (int record = 0; record < decisions.size(); record++) {
            if (record % RECORDS_PER_REPORT == 0) {
                context.checkCancelled();
                context.progress(record, decisions.size(), "records");
            }
            write(record);
        }
        writer.append(block);
        countChanges();
        context.progress(decisions.size(), decisions.size(), "records");
        return writer.finish(counter.total());
    }

    private void write(int record) throws IOException {
        scores.write(record);
        if (decisions.keeps(record)) {
            counter.keep(1);
            annotations.records().copy(record, block);
            if (block.size() >= BLOCK_BYTES) {
                writer.append(block);
                block = new CorpusBlock(BLOCK_BYTES);
            }
        } else {
            Dropped dropped = dropped(annotations, decider, decisions, record);
            counter.drop(dropped.rule());
            writer.drop(dropped);
        }
    }

    /** A record that goes, with its reason. */
    static Dropped dropped(Annotations annotations, Decider decider, Decisions decisions, int record)
            throws IOException {
        Document document = annotations.records().read(record);
        int place = decisions.rule(record);
        String rule = annotations.rules().names().get(place);
        int survivor = decisions.survivor(record);
        if (survivor != Decisions.NONE) {
            return new Dropped(
                    document,
                    rule,
                    null,
                    null,
                    annotations.records().read(survivor).id());
        }
        Broken broken = decider.broken(record, place);
        return broken == null
                ? new Dropped(document, rule, null, null, null)
                : new Dropped(document, rule, broken.value(), broken.bound(), null);
    }

    private void countChanges() {
        for (int place = 0; place < annotations.changed().size(); place++) {
            String rule = annotations.rules().names().get(place);
            counter.change(rule, annotations.changed().get(place));
        }
    }

    @Override
    public void close() throws IOException {
        try (writer;
                scores) {
            block = new CorpusBlock();
        }
    }
}
