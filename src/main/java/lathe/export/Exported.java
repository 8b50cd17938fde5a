package lathe.export;

import java.nio.file.Path;
import java.util.List;
import lathe.recipe.ExportFormat;

/**
 * A folder that was written and proven.
 *
 * @param tokens positions at which the scores of what was written were compared with those of what was trained
 * @param agreeing positions at which both take the same next token
 * @param largestDifference of any score at any position
 * @param perplexityBefore of the prompts and of what was trained said to them, by what was trained
 * @param perplexityAfter of the same texts by what was written
 * @param notes what other programs will do otherwise, in sentences
 */
public record Exported(
        ExportFormat format,
        Path folder,
        int tokens,
        int agreeing,
        double largestDifference,
        double perplexityBefore,
        double perplexityAfter,
        List<String> notes) {
    /** Copies the list. */
    public Exported {
        notes = List.copyOf(notes);
    }
}
