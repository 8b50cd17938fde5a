package lathe.ingest.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells the files that a {@code .gitignore} of theirs or an outer folder names, as git would, while a walk goes through
 * a folder. Folders above the one where the walk begins say nothing.
 */
final class IgnoredFiles {
    private final Deque<IgnoreRules> rules = new ArrayDeque<>(); // the innermost first

    /** The walk goes into a folder. */
    void enter(Path folder) throws IOException {
        rules.push(IgnoreRules.in(folder));
    }

    /** The walk leaves the folder that it entered last. */
    void leave() {
        rules.pop();
    }

    /** Whether a file or folder of the folder that was entered last is ignored: the innermost word on it decides. */
    boolean contain(Path path, boolean isFolder) {
        for (IgnoreRules inner : rules) {
            IgnoreRules.Verdict verdict = inner.verdict(path, isFolder);
            if (verdict != IgnoreRules.Verdict.NONE) {
                return verdict == IgnoreRules.Verdict.IGNORED;
            }
        }
        return false;
    }
}
