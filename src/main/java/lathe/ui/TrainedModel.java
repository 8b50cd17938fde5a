package lathe.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.Stages;
import lathe.recipe.Recipe;
import lathe.run.Failure;

/**
 * What a run has trained.
 *
 * @param model under the adapter, or by itself
 * @param adapter where the last stage trained one
 * @param template in which it is spoken to, where it learned instructions
 */
public record TrainedModel(RunFolder run, Path model, Optional<Path> adapter, Optional<String> template) {

    /** What the newest run that is far enough has trained; reads files. */
    public static Optional<TrainedModel> newest(Project project) throws IOException, Failure {
        for (RunFolder run : project.runs()) {
            Optional<TrainedModel> trained = of(run);
            if (trained.isPresent()) {
                return trained;
            }
        }
        return Optional.empty();
    }

    private static Optional<TrainedModel> of(RunFolder run) throws IOException, Failure {
        Recipe recipe = run.recipe();
        Stages stages = new Stages(run, recipe);
        int last = recipe.train().size() - 1;
        if (last < 0 || !stages.isDone(last)) {
            return Optional.empty();
        }
        return stages.lastModel()
                .filter(Files::isDirectory)
                .map(model -> new TrainedModel(run, model, stages.lastAdapter(), stages.template()));
    }
}
