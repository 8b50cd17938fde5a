package lathe.ui;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.run.Failure;

/** The sample that comes with Lathe: a recipe and its small corpus. */
final class SampleProject {
    private static final String RECIPE = "quickstart.yaml";
    private static final String FOLDER = "sample-data";

    private SampleProject() {}

    /** The sample's recipe: of the folder we are in, else a copy in the user's own folder. */
    static Path find() throws IOException, Failure {
        Path here = Path.of(FOLDER, RECIPE).toAbsolutePath();
        return Files.isRegularFile(here) ? here : unpack(Path.of(System.getProperty("user.home"), "Lathe", "sample"));
    }

    /** Copies the sample into a folder, leaving what is there as it is. */
    static Path unpack(Path target) throws IOException, Failure {
        URL recipe = SampleProject.class.getResource("/" + FOLDER + "/" + RECIPE);
        if (recipe == null) {
            throw Failure.badInput(
                    "This copy of Lathe has no sample", FOLDER + "/" + RECIPE, "open a recipe of your own");
        }
        try {
            copy(recipe.toURI(), target);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return target.resolve(RECIPE);
    }

    private static void copy(URI recipe, Path target) throws IOException {
        if (!recipe.getScheme().equals("jar")) {
            copyTree(Path.of(recipe).resolveSibling("."), target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(recipe, Map.of())) {
            copyTree(jar.getPath("/" + FOLDER), target);
        }
    }

    private static void copyTree(Path from, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy =
                    target.resolve(from.normalize().relativize(file.normalize()).toString());
            Files.createDirectories(copy.resolveSibling("."));
            if (!Files.exists(copy)) {
                try (InputStream in = Files.newInputStream(file)) {
                    Files.copy(in, copy);
                }
            }
        }
    }
}
