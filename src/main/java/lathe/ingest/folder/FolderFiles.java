package lathe.ingest.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder, in an order that does not depend on the file system. Passed over are hidden files and folders,
 * and what a {@code .gitignore} in the folder or below names, as git would.
 */
final class FolderFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final IgnoredFiles ignored = new IgnoredFiles();
    private final List<Path> files = new ArrayList<>();
    private @Nullable IOException denied;

    private FolderFiles(Path root) {
        this.root = root;
    }

    /**
     * Those down to a depth. Links are followed, but not in circles.
     *
     * @throws Failure if a folder may not be read
     */
    static List<Path> of(Path root, int depth) throws Failure, IOException {
        FolderFiles found = new FolderFiles(root);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, found);
        if (found.denied != null) {
            throw Failure.of(found.denied, "");
        }
        return found.files.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!folder.equals(root) && (isHidden(folder) || ignored.contain(folder, true))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        ignored.enter(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error) throws IOException {
        ignored.leave();
        return super.postVisitDirectory(folder, error);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && !ignored.contain(file, false)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A link that leads back up holds nothing new. A folder that may not be read does. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
        if (error instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
        }
        if (error instanceof AccessDeniedException) {
            denied = new AccessDeniedException(file.toString(), null, "This folder may not be read");
            return FileVisitResult.TERMINATE;
        }
        throw error;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
