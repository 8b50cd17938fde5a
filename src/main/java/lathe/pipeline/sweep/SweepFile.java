package lathe.pipeline.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Json;

/**
 * The file {@code sweeps/NAME.json} of a project: the grid and what came of each combination so far.
 *
 * @param recipe name of the recipe
 * @param keys that were varied
 * @param cells in the order of the grid; those not begun are missing
 */
public record SweepFile(String recipe, List<String> keys, List<CellResult> cells) {

    /** Where the sweep of a recipe over some keys lies. */
    public static Path in(Path project, String recipe) {
        return project.resolve("sweeps").resolve(recipe + ".json");
    }

    /** Writes it; the file is whole at any moment. */
    public void write(Path project) throws IOException {
        Path file = in(project, recipe);
        Files.createDirectories(file.getParent());
        Json.write(file, this);
    }
}
