package lathe.clean.perplexity;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Failure;

/**
 * The model that was used last, as long as there is memory and its files are as they were: a rule is made anew each
 * time one of its bounds is moved.
 */
final class ModelCache {
    private static String lastKey = "";
    private static SoftReference<NgramModel> last = new SoftReference<>(null);

    private ModelCache() {}

    /** How a model is made that is not there. */
    interface Maker {
        NgramModel make() throws Failure, IOException;
    }

    /** The model of some files, with settings that matter to it. */
    static synchronized NgramModel get(List<Path> files, String settings, Maker maker) throws Failure, IOException {
        String key = key(files, settings);
        NgramModel known = key.equals(lastKey) ? last.get() : null;
        if (known == null) {
            known = maker.make();
            last = new SoftReference<>(known);
            lastKey = key;
        }
        return known;
    }

    private static String key(List<Path> files, String settings) throws IOException {
        StringBuilder key = new StringBuilder(settings);
        for (Path file : files) {
            key.append('\n')
                    .append(file.toAbsolutePath())
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        return key.toString();
    }
}
