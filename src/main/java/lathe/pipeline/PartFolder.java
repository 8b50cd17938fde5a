package lathe.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import lathe.ingest.Importer;
import lathe.mix.Mixer;
import lathe.run.WholeFile;

/** The folder in which a process makes a step's result, beside the place where it will be. */
final class PartFolder {
    private static final String PART = ".part-";

    private PartFolder() {}

    /** A folder of this process: what a process that is gone left of the same result, or an empty one. */
    static Path take(Path result) throws IOException {
        Path own = result.resolveSibling(
                result.getFileName() + PART + ProcessHandle.current().pid());
        Files.createDirectories(result.getParent());
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(result.getParent(), result.getFileName() + PART + "*")) {
            for (Path part : parts) {
                if (!part.equals(own) && !isOfLivingProcess(part) && !adopted(part, own)) {
                    WholeFile.deleteTree(part);
                }
            }
        }
        Files.createDirectories(own);
        return own;
    }

    /** Only an import or a mix can go on. Another process may adopt it at the same moment: one of the two does. */
    private static boolean adopted(Path part, Path own) throws IOException {
        if (Files.exists(own) || !isInterrupted(part)) {
            return false;
        }
        try {
            Files.move(part, own);
        } catch (NoSuchFileException e) {
            return true;
        }
        return true;
    }

    /** Whether a folder holds work that another attempt can go on with. */
    static boolean isInterrupted(Path part) throws IOException {
        return Importer.isInterrupted(part) || Mixer.isInterrupted(part);
    }

    private static boolean isOfLivingProcess(Path part) {
        String name = part.getFileName().toString();
        try {
            long pid = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
            return ProcessHandle.of(pid).isPresent()
                    && pid != ProcessHandle.current().pid();
        } catch (NumberFormatException e) {
            return true; // not a folder of ours
        }
    }
}
