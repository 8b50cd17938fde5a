package lathe.ingest;

import java.nio.file.Path;
import lathe.ingest.format.Format;
import lathe.recipe.CorpusSource;
import org.jspecify.annotations.Nullable;

/**
 * One file of a source.
 *
 * @param maker makes records of the source's rows
 * @param format how it is read; null where its name or content must tell
 * @param idPrefix what its records' ids begin with, before the line
 */
record SourceFile(CorpusSource source, RecordMaker maker, Path path, @Nullable Format format, String idPrefix) {}
