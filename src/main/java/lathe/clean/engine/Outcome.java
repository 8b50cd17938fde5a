package lathe.clean.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.CorpusFolder;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;

/** What a pass came to: everything measured, the clusters of duplicates, and the decision on every record. */
public final class Outcome {
    private final Annotations annotations;
    private final Decider decider;
    private final Decisions decisions;

    private Outcome(Annotations annotations, Decider decider, Decisions decisions) {
        this.annotations = annotations;
        this.decider = decider;
        this.decisions = decisions;
    }

    /** Measures what was not measured yet, finds duplicates and decides. */
    public static Outcome of(Pass pass, Pass.Engine engine, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Annotations annotations = Annotations.of(pass, engine, context);
        List<int[]> clusters = new ArrayList<>();
        for (int i = 0; i < annotations.rules().duplicates().size(); i++) {
            clusters.add(ClusterFile.of(pass, annotations, i, context));
        }
        context.phase("clean", "deciding");
        Decider decider = new Decider(annotations.rules(), annotations.measured());
        Choice choice = new Choice(annotations.rules(), annotations.records(), annotations.measured());
        return new Outcome(annotations, decider, decider.decide(clusters, choice));
    }

    /**
     * Writes what stays and what goes.
     *
     * @param scores file that receives a line per record, or null
     */
    public CorpusFolder write(Path out, @Nullable Path scores, RunContext context)
            throws Failure, IOException, RunCancelledException {
        try (ResultWriter writer = new ResultWriter(annotations, decider, decisions, out, scores)) {
            return writer.write(context);
        }
    }
}
