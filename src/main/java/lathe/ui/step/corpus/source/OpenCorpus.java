package lathe.ui.step.corpus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import lathe.data.CorpusFolder;
import lathe.data.browse.CorpusTable;
import lathe.data.browse.RejectedTable;
import lathe.data.browse.SourceSummary;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.ui.StepResult;
import org.jspecify.annotations.Nullable;

/**
 * What an import left behind, opened for looking around in it.
 *
 * @param current whether it belongs to the sources as they stand
 * @param made when it was made, in milliseconds
 */
public record OpenCorpus(
        Path folder,
        boolean current,
        long made,
        Ledger ledger,
        CorpusTable table,
        List<SourceSummary> summaries,
        RejectedTable rejected) {

    /** Opens a result; what is open already is not read again. */
    public static OpenCorpus of(StepResult result, @Nullable OpenCorpus before, RunContext context)
            throws IOException, RunCancelledException {
        CorpusFolder corpus = new CorpusFolder(result.folder());
        long made = Files.getLastModifiedTime(corpus.ledgerFile()).toMillis();
        if (before != null && before.folder.equals(result.folder()) && before.made == made) {
            return before.as(result.current());
        }
        CorpusTable table = new CorpusTable(corpus);
        RejectedTable rejected = RejectedTable.of(corpus, context);
        return new OpenCorpus(
                result.folder(), result.current(), made, corpus.ledger(), table, table.summaries(), rejected);
    }

    private OpenCorpus as(boolean isCurrent) {
        return isCurrent == current
                ? this
                : new OpenCorpus(folder, isCurrent, made, ledger, table, summaries, rejected);
    }

    /** What it knows of a source; null where it has none of that name. */
    public @Nullable SourceSummary summary(String source) {
        return summaries.stream()
                .filter(summary -> summary.source().equals(source))
                .findFirst()
                .orElse(null);
    }

    /** Whether both show the same records. */
    public static boolean isSame(@Nullable OpenCorpus one, @Nullable OpenCorpus other) {
        return Objects.equals(tableOf(one), tableOf(other));
    }

    private static @Nullable CorpusTable tableOf(@Nullable OpenCorpus corpus) {
        return corpus == null ? null : corpus.table;
    }
}
