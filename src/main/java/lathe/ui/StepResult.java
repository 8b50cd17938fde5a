package lathe.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lathe.pipeline.Project;
import lathe.pipeline.Step;
import lathe.recipe.Recipe;
import lathe.run.Failure;

/**
 * What a shared step left behind.
 *
 * @param current whether it belongs to the recipe as it stands, not to earlier settings
 */
public record StepResult(Path folder, boolean current) {

    /** The result for this recipe, else the newest of any settings. */
    static Optional<StepResult> find(Project project, Recipe recipe, Step step) throws IOException, Failure {
        Optional<Path> exact = project.result(recipe, step);
        return exact.isPresent()
                ? exact.map(folder -> new StepResult(folder, true))
                : project.latest(step).map(folder -> new StepResult(folder, false));
    }
}
