package lathe.clean;

import java.nio.file.Path;
import lathe.clean.engine.LocalEngine;
import lathe.clean.engine.Pass;
import lathe.clean.rule.RuleServices;
import org.jspecify.annotations.Nullable;

/**
 * How to clean, as far as it does not change which records stay.
 *
 * @param engine what measures the records; any gives the same bytes
 * @param scores file that receives a line per record with every statistic of every rule, or null
 * @param services what rules need from elsewhere
 * @param annotations folder under which what was measured is kept, for another pass with other bounds; null keeps it
 *     within the folder of the result
 * @param memory bytes that finding duplicates may take
 */
public record CleanOptions(
        Pass.Engine engine, @Nullable Path scores, RuleServices services, @Nullable Path annotations, long memory) {
    private static final long HEAP_SHARE = 4;

    /** Threads of this process, and a quarter of its memory for duplicates. */
    public static CleanOptions local(int threads, @Nullable Path scores, RuleServices services) {
        return new CleanOptions(
                new LocalEngine(threads),
                scores,
                services,
                null,
                Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /** The same by another engine. */
    public CleanOptions with(Pass.Engine other) {
        return new CleanOptions(other, scores, services, annotations, memory);
    }

    /** The same with annotations kept elsewhere. */
    public CleanOptions keeping(@Nullable Path folder) {
        return new CleanOptions(engine, scores, services, folder, memory);
    }
}
