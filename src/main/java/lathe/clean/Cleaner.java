package lathe.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.clean.engine.Outcome;
import lathe.clean.engine.Pass;
import lathe.data.CorpusFolder;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Applies rules to corpus folders: what stays and what goes, each with its reason, is written to a new one. */
public final class Cleaner {
    private static final String ANNOTATIONS = "annotations";

    private Cleaner() {}

    /**
     * Cleans. Interrupted, another call with the same arguments goes on; with other bounds, only decides anew.
     *
     * @param in corpus folders, read one after another
     * @param out becomes the cleaned corpus folder
     */
    public static CleanReport run(
            List<CorpusFolder> in, List<Rule> rules, CleanOptions options, Path out, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Path shared = options.annotations();
        Path folder = shared == null
                ? out.resolve(ANNOTATIONS)
                : shared.resolve(ANNOTATIONS + "-" + Pass.digest(in, rules, options.services()));
        Pass pass = new Pass(List.copyOf(in), List.copyOf(rules), options.services(), folder, options.memory());
        Outcome outcome = Outcome.of(pass, options.engine(), context);
        CorpusFolder corpus = outcome.write(out, options.scores(), context);
        return new CleanReport(corpus, corpus.ledger());
    }

    /** Where a cleaned folder keeps its annotations unless told otherwise. */
    public static Path annotations(CorpusFolder cleaned) {
        return cleaned.folder().resolve(ANNOTATIONS);
    }
}
