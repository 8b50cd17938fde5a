package lathe.ingest;

import java.nio.file.Path;
import lathe.recipe.CorpusSource;
import org.jspecify.annotations.Nullable;

/**
 * One file of a source.
 *
 * @param format how it is read; null where nothing tells
 * @param idPrefix what its records' ids begin with, before the line
 */
record SourceFile(CorpusSource source, Path path, @Nullable Format format, String idPrefix) {}
