package lathe.ingest.container;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import lathe.ingest.folder.IgnoredFiles;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Gathers the files of a folder that are neither hidden nor ignored. */
final class VisibleFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private final IgnoredFiles ignored = new IgnoredFiles();
    private @Nullable IOException denied;

    VisibleFiles(Path root) {
        this.root = root;
    }

    /** What was found, sorted. */
    List<Path> files() throws Failure {
        if (denied != null) {
            throw Failure.of(denied, "");
        }
        return files.stream().sorted().toList();
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

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }
}
