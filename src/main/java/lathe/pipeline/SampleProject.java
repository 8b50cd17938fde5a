package lathe.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** The sample that comes with the program: a small bilingual corpus, instructions, and a recipe. */
public final class SampleProject {
    /** The recipe's file name. */
    public static final String RECIPE = "quickstart.yaml";

    private SampleProject() {}

    /** The sample's recipe: the one in {@code ./sample-data} where that is, else a copy under a folder. */
    public static Path recipe(Path copyUnder) throws IOException {
        Path here = Path.of("sample-data", RECIPE);
        return Files.exists(here) ? here : copyTo(copyUnder.resolve("sample-data"));
    }

    /** Copies the sample into a folder and returns its recipe; files that are there already stay as they are. */
    public static Path copyTo(Path folder) throws IOException {
        URL inside = SampleProject.class.getResource("/sample-data/" + RECIPE);
        if (inside == null) {
            throw new IllegalStateException("the sample is missing from the build");
        }
        try {
            URI place = inside.toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    copy(jar.getPath("/sample-data"), folder);
                }
            } else {
                copy(Path.of(place).resolveSibling(""), folder);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a resource has a place", e);
        }
        return folder.resolve(RECIPE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile)
                    .forEach(file ->
                            copyFile(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyFile(Path from, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            if (!Files.exists(to)) {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
