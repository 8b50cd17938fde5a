package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lathe.pipeline.Project;
import lathe.pipeline.RecipeFile;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recipe, and the folder in which it is carried out. */
final class RecipeOptions {
    @Parameters(index = "0", paramLabel = "RECIPE", description = "The recipe, a YAML file.")
    Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "The project's folder; default: ./lathe-out/<name>.")
    @Nullable
    Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the recipe; list items by index: train.0.steps=10. May be repeated.")
    Map<String, String> set = new LinkedHashMap<>();

    /** The recipe with its replaced values and absolute paths. */
    Recipe recipe(@Nullable Long seed) throws Failure, IOException {
        return with(Map.of(), seed);
    }

    /** The same with some more values replaced. */
    Recipe with(Map<String, String> values, @Nullable Long seed) throws Failure, IOException {
        Map<String, String> overrides = new LinkedHashMap<>(set);
        overrides.putAll(values);
        if (seed != null) {
            overrides.put("seed", seed.toString());
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        return RecipeFile.resolve(RecipeFile.read(file, overrides), folder == null ? file.toAbsolutePath() : folder);
    }

    /** The project for a recipe. */
    Project project(Recipe recipe) {
        return Project.at(out != null ? out : Path.of("lathe-out", recipe.name()));
    }
}
