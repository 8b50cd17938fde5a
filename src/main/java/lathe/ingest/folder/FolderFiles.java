package lathe.ingest.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The files of a folder, in an order that does not depend on the file system. Passed over are hidden files and folders,
 * and what a {@code .gitignore} in the folder or below names, as git would.
 */
public final class FolderFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Deque<IgnoreRules> rules = new ArrayDeque<>(); // the innermost first
    private final List<Path> files = new ArrayList<>();

    private FolderFiles(Path root) {
        this.root = root;
    }

    /** All of them, below the folder at any depth. Links to folders are not followed. */
    public static List<Path> of(Path root) throws IOException {
        FolderFiles found = new FolderFiles(root);
        Files.walkFileTree(root, found);
        return found.files.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!folder.equals(root) && (isHidden(folder) || isIgnored(folder, true))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        rules.push(IgnoreRules.in(folder));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException error) throws IOException {
        rules.pop();
        return super.postVisitDirectory(folder, error);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (Files.isRegularFile(file) && !isHidden(file) && !isIgnored(file, false)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /** The innermost file that says anything of it decides. */
    private boolean isIgnored(Path path, boolean folder) {
        for (IgnoreRules inner : rules) {
            IgnoreRules.Verdict verdict = inner.verdict(path, folder);
            if (verdict != IgnoreRules.Verdict.NONE) {
                return verdict == IgnoreRules.Verdict.IGNORED;
            }
        }
        return false;
    }
}
