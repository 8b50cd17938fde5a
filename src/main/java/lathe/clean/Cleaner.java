package lathe.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Applies rules to corpus folders: what stays and what goes, each with its reason, is written to a new one. */
public final class Cleaner {
    private static final int BATCH = 64;
    private static final int RECORDS_PER_REPORT = 1000;

    private final RuleSet rules;
    private final CleanOptions options;
    private final RunContext context;
    private final Ledger.Counter counter = new Ledger.Counter();
    private long done;
    private long total;

    private Cleaner(RuleSet rules, CleanOptions options, RunContext context) {
        this.rules = rules;
        this.options = options;
        this.context = context;
    }

    /**
     * Cleans.
     *
     * @param in corpus folders, read one after another
     * @param out becomes the cleaned corpus folder
     */
    public static CleanReport run(
            List<CorpusFolder> in, List<Rule> rules, CleanOptions options, Path out, RunContext context)
            throws Failure, IOException, RunCancelledException {
        RuleSet ready = new RuleSet(rules, options.base(), options.scores() != null);
        return new Cleaner(ready, options, context).clean(in, out);
    }

    private CleanReport clean(List<CorpusFolder> in, Path out) throws Failure, IOException, RunCancelledException {
        for (CorpusFolder corpus : in) {
            total += corpus.require().size();
        }
        context.phase("clean", "cleaning");
        try (CorpusWriter writer = new CorpusWriter(out);
                Decider decider = new Decider(rules, out);
                ScoresFile scores = new ScoresFile(options.scores())) {
            for (CorpusFolder corpus : in) {
                clean(corpus, decider, writer, scores);
            }
            Ledger ledger = counter.total();
            return new CleanReport(writer.finish(ledger), ledger);
        }
    }

    private void clean(CorpusFolder corpus, Decider decider, CorpusWriter writer, ScoresFile scores)
            throws Failure, IOException, RunCancelledException {
        try (Stream<Document> records = corpus.read()) {
            Iterator<Document> each = records.iterator();
            InOrder.run(each, BATCH, options.threads(), this::judge, judged -> {
                for (Judgement judgement : judged) {
                    write(decider.decide(judgement), writer, scores);
                }
            });
        }
    }

    private List<Judgement> judge(List<Document> batch) throws RunCancelledException {
        context.checkCancelled();
        return batch.stream().map(rules::judge).toList();
    }

    private void write(Decision decision, CorpusWriter writer, ScoresFile scores) throws IOException {
        scores.write(decision);
        if (decision.dropped() == null) {
            writer.keep(decision.document());
            counter.keep(1);
        } else {
            writer.drop(decision.dropped());
            counter.drop(decision.dropped().rule());
        }
        if (++done % RECORDS_PER_REPORT == 0 || done == total) {
            context.progress(done, total, "records");
        }
    }
}
