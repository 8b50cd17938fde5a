package lathe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps files short enough to read in one sitting. */
class SourceShapeTest {
    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void noSourceFileIsLong() throws IOException {
        assertEquals(List.of(), longerThan(MAIN, ".java", 300));
        assertEquals(List.of(), longerThan(Path.of("src/main/torchscript"), ".py", 150));
    }

    @Test
    void controllersOnlyBind() throws IOException {
        assertEquals(List.of(), longerThan(MAIN, "Controller.java", 120));
    }

    @Test
    void viewsAndStylesAreSmall() throws IOException {
        assertEquals(List.of(), longerThan(Path.of("fxml"), ".fxml", 120));
        assertEquals(List.of(), longerThan(Path.of("styles"), ".css", 150));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (Stream<Path> folders = Files.walk(MAIN)) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(SourceShapeTest::holdsCode)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean holdsCode(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> longerThan(Path root, String ending, int most) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> lines(file) > most)
                    .map(file -> file + ": " + lines(file) + " lines, at most " + most)
                    .sorted()
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
