package lathe.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The patterns of one {@code .gitignore}. */
final class IgnoreRules {
    private static final String NAME = ".gitignore";
    private static final int MOST_BYTES = 1 << 20;

    /** What is said of a path. */
    enum Verdict {
        NONE,
        IGNORED,
        WANTED
    }

    private final Path folder;
    private final List<IgnorePattern> patterns;

    private IgnoreRules(Path folder, List<IgnorePattern> patterns) {
        this.folder = folder;
        this.patterns = patterns;
    }

    /** Those in a folder; none if it has no such file. */
    static IgnoreRules in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return new IgnoreRules(folder, List.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(folder, new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    static IgnoreRules of(Path folder, String text) {
        return new IgnoreRules(
                folder,
                text.replace("\uFEFF", "")
                        .lines()
                        .map(IgnorePattern::of)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The last pattern that matches decides. */
    Verdict verdict(Path path, boolean isFolder) {
        if (patterns.isEmpty()) {
            return Verdict.NONE;
        }
        String relative = folder.relativize(path).toString().replace('\\', '/');
        for (int i = patterns.size() - 1; i >= 0; i--) {
            IgnorePattern pattern = patterns.get(i);
            if (pattern.matches(relative, isFolder)) {
                return pattern.negated() ? Verdict.WANTED : Verdict.IGNORED;
            }
        }
        return Verdict.NONE;
    }
}
