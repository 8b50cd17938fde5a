package lathe.ui.step.corpus.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Shows a file in the system's file manager: by the system's own program, because AWT's desktop would start a second
 * toolkit beside JavaFX.
 */
final class FileManager {
    private FileManager() {}

    static Path show(Path file) throws IOException {
        new ProcessBuilder(command(file, System.getProperty("os.name", "").toLowerCase(Locale.ROOT)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return file;
    }

    /** The command on an operating system. */
    static List<String> command(Path file, String system) {
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (system.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        Path folder = file.getParent();
        return List.of("xdg-open", String.valueOf(folder == null ? file : folder));
    }
}
