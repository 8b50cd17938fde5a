package lathe.ui.step.corpus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import lathe.ingest.Preview;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;

/**
 * A source as it lies on the disk.
 *
 * @param exists whether there is anything at its path
 * @param format of its first readable file; empty where nothing tells
 * @param preset that its first rows show; empty where they cannot be read
 * @param bytes of its files; of a folder with very many files, of the first
 * @param modified the latest change of these, in milliseconds
 */
public record SourceLook(boolean exists, String format, String preset, int files, long bytes, long modified) {
    private static final int MOST_FILES = 5000;
    private static final SourceLook GONE = new SourceLook(false, "", "", 0, 0, 0);

    /** Looks at a source with an absolute path. */
    public static SourceLook of(CorpusSource source) throws IOException {
        Path path = Path.of(source.path());
        if (!Files.exists(path)) {
            return GONE;
        }
        long bytes = 0;
        long modified = 0;
        try (Stream<Path> all = Files.walk(path)) {
            Iterator<Path> files =
                    all.filter(Files::isRegularFile).limit(MOST_FILES).iterator();
            while (files.hasNext()) {
                Path file = files.next();
                bytes += Files.size(file);
                modified = Math.max(modified, Files.getLastModifiedTime(file).toMillis());
            }
        }
        try {
            Preview preview = Preview.of(source, 1);
            return new SourceLook(true, preview.format(), preview.preset(), preview.files(), bytes, modified);
        } catch (Failure e) {
            // the preview says why; here it is enough that nothing is known
            return new SourceLook(true, "", "", 0, bytes, modified);
        }
    }
}
