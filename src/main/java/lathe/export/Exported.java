package lathe.export;

import java.nio.file.Path;
import lathe.recipe.ExportFormat;

/**
 * A folder that was written and proven.
 *
 * @param tokens positions at which the scores of what was written were compared with those of what was trained
 * @param agreeing positions at which both take the same next token
 * @param largestDifference of any score at any position
 */
public record Exported(ExportFormat format, Path folder, int tokens, int agreeing, double largestDifference) {}
