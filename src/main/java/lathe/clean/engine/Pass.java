package lathe.clean.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.clean.rule.RuleServices;
import lathe.data.CorpusFolder;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * A pass of rules over corpora: what annotating needs, and where its results are kept.
 *
 * @param in corpus folders, read one after another
 * @param folder of the annotations; what is there and fits is used again
 * @param memory bytes that finding duplicates may take
 */
public record Pass(List<CorpusFolder> in, List<Rule> rules, RuleServices services, Path folder, long memory) {
    private static final int SHORT = 12;

    /** Takes annotated shards in their order. */
    @FunctionalInterface
    public interface Sink {
        void accept(Annotated shard) throws Failure, IOException, RunCancelledException;
    }

    /** What annotates shards: threads of this process, or machines. */
    @FunctionalInterface
    public interface Engine {
        /** Annotates the shards of a pass from a number on, and gives them in their order. */
        void annotate(Pass pass, int firstShard, Sink sink, RunContext context)
                throws Failure, IOException, RunCancelledException;
    }

    /** What the annotations of a pass depend on, in a few letters: records, and all in the rules but bounds. */
    public static String digest(List<CorpusFolder> in, List<Rule> rules, RuleServices services)
            throws Failure, IOException {
        return MeasureDigest.of(new Records(in), rules, services).substring(0, SHORT);
    }

    /** The records before all edits. */
    public Records records() throws Failure, IOException {
        return new Records(in);
    }

    /** The rules, ready. */
    public RuleSet ruleSet() throws Failure, IOException {
        return RuleSet.of(rules, services);
    }
}
