package lathe.ui.step.corpus.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Names and paths for sources that were dropped in. */
public final class SourceNames {
    private SourceNames() {}

    /** The file's name without its ending, with a number where that is taken. */
    public static String unused(Path path, Set<String> taken) {
        String file = String.valueOf(path.getFileName());
        int dot = file.lastIndexOf('.');
        String plain = (dot > 0 ? file.substring(0, dot) : file).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        String base = plain.isBlank() ? "source" : plain.toLowerCase(Locale.ROOT);
        String name = base;
        for (int n = 2; taken.contains(name); n++) {
            name = base + "-" + n;
        }
        return name;
    }

    /** The path as the recipe writes it: relative where the file lies beside or below it. */
    public static String seenFrom(Path base, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path seen = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return seen.toString().replace('\\', '/');
    }
}
