package lathe.clean;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to clean, as far as it does not change which records stay.
 *
 * @param threads workers; any number gives the same bytes
 * @param scores file that receives a line per record with every statistic of every rule, or null
 * @param base what the paths of word lists are relative to
 */
public record CleanOptions(int threads, @Nullable Path scores, Path base) {}
