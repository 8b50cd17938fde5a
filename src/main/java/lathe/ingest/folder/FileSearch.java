package lathe.ingest.folder;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lathe.run.Failure;

/**
 * Finds files by a path: a file, all files of a folder, or those that a pattern as {@code data/**}{@code /*.jsonl}
 * fits.
 */
public final class FileSearch {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    private FileSearch() {}

    /**
     * What was found.
     *
     * @param base the folder that the files' names are relative to; the file itself where it was named
     * @param files sorted
     */
    public record Found(Path base, List<Path> files) {}

    /**
     * Searches. Hidden files, and what a {@code .gitignore} names, are passed over; links are followed, but not in
     * circles.
     *
     * @throws Failure if nothing is there, or a folder may not be read
     */
    public static Found in(String path) throws Failure, IOException {
        if (exists(path)) {
            Path root = Path.of(path);
            return new Found(root, Files.isDirectory(root) ? FolderFiles.of(root, Integer.MAX_VALUE) : List.of(root));
        }
        String pattern = path.replace(File.separatorChar, '/');
        if (!WILD.matcher(pattern).find()) {
            throw Failure.badInput(
                    "There is nothing at this path",
                    path,
                    "check the path; a path in a recipe is relative to the recipe's own file");
        }
        return matching(path, pattern);
    }

    /** What the names of the files that a path finds are relative to: itself, or the folder before a pattern. */
    public static Path base(String path) {
        String pattern = path.replace(File.separatorChar, '/');
        return exists(path) ? Path.of(path) : folderBefore(pattern, literalEnd(pattern));
    }

    /** Whether a path names a folder, and so whatever lies in it. */
    public static boolean isFolder(String path) {
        return exists(path) && Files.isDirectory(Path.of(path));
    }

    private static Path folderBefore(String pattern, int cut) {
        return Path.of(cut < 0 ? "" : pattern.substring(0, Math.max(1, cut)));
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false; // a pattern, on a system whose names may not hold its signs
        }
    }

    private static Found matching(String path, String pattern) throws Failure, IOException {
        int cut = literalEnd(pattern);
        Path base = folderBefore(pattern, cut);
        String rest = pattern.substring(cut + 1);
        PathMatcher matcher = matcher(path, rest);
        boolean deep = rest.contains("**");
        int depth = deep
                ? Integer.MAX_VALUE
                : (int) rest.chars().filter(c -> c == '/').count() + 1;
        List<Path> files = Files.isDirectory(base)
                ? FolderFiles.of(base, depth).stream()
                        .filter(file -> matcher.matches(base.relativize(file)))
                        .toList()
                : List.of();
        if (files.isEmpty()) {
            throw Failure.badInput("No file fits this pattern", path, "check the pattern; ** stands for any folders");
        }
        return new Found(base, files);
    }

    /** Where the last separator before the first wild sign stands. */
    private static int literalEnd(String pattern) {
        var wild = WILD.matcher(pattern);
        return pattern.lastIndexOf('/', wild.find() ? wild.start() : pattern.length());
    }

    /** Here {@code **}{@code /} also stands for no folder at all, as everywhere but in Java. */
    private static PathMatcher matcher(String path, String rest) throws Failure {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + rest.replace("**/", "{**/,}"));
        } catch (PatternSyntaxException e) {
            throw Failure.badInput("This is no pattern: " + e.getDescription(), path, "known are * ** ? [a-z] {a,b}");
        }
    }
}
