package lathe.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.TrainStage;
import lathe.run.Failure;

/** Which model and adapter the training stages of a run begin with and leave. */
public final class Stages {
    private final RunFolder run;
    private final Recipe recipe;

    public Stages(RunFolder run, Recipe recipe) {
        this.run = run;
        this.recipe = recipe;
    }

    /** Where a stage's result lies when it is done: a model folder or an adapter folder. */
    public Path result(int stage) {
        return isAdapter(stage) ? run.adapter(stage) : run.model(stage);
    }

    /** Whether a stage's result is there. Both kinds of folder appear whole. */
    public boolean isDone(int stage) {
        return Files.exists(result(stage).resolve(isAdapter(stage) ? "adapter_config.json" : "config.json"));
    }

    /** The model that a stage begins with: the last one trained before it, or the recipe's; none for random weights. */
    public Optional<Path> modelBefore(int stage) throws Failure {
        for (int i = stage - 1; i >= 0; i--) {
            if (!isAdapter(i)) {
                return Optional.of(run.model(i));
            }
            if (!isAdapter(stage)) {
                throw Failure.later("train." + stage + " trains all weights after an adapter of train." + i);
            }
        }
        if (recipe.model() instanceof ModelSettings.From from) {
            return Optional.of(isResized() ? resizedModel() : Path.of(from.from()));
        }
        return Optional.empty();
    }

    /** Whether the recipe's model is fitted to another tokenizer first. */
    boolean isResized() {
        return recipe.model() instanceof ModelSettings.From from && from.resizeVocab() != ModelSettings.ResizeVocab.OFF;
    }

    /** Where a model fitted to another tokenizer lies. */
    Path resizedModel() {
        return run.folder().resolve("model").resolve("resized");
    }

    /** The model that stands at the end, under the adapter if there is one. */
    public Optional<Path> lastModel() throws Failure {
        int last = recipe.train().size() - 1;
        if (last < 0) {
            return modelBefore(0);
        }
        Optional<Path> before = isAdapter(last) ? modelBefore(last) : Optional.of(run.model(last));
        // an adapter beside random weights: the trainer wrote them down
        return before.or(() -> Optional.of(run.folder().resolve("model").resolve("initial")));
    }

    Path requireLastModel() throws Failure {
        return lastModel()
                .orElseThrow(() -> Failure.badInput(
                        "There is no model: the recipe trains none and names none",
                        "train, model",
                        "add a stage, or model: {from: DIR}"));
    }

    /** The adapter that stands at the end, where the last stage trained one. */
    public Optional<Path> lastAdapter() {
        int last = recipe.train().size() - 1;
        return last >= 0 && isAdapter(last) ? Optional.of(run.adapter(last)) : Optional.empty();
    }

    /** The template in which the last model was spoken to, where its last stage was instructions. */
    public Optional<String> template() {
        List<TrainStage> stages = recipe.train();
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.get(stages.size() - 1))
                        .filter(stage -> stage.task() == TrainStage.Task.SFT)
                        .map(TrainStage::template);
    }

    private boolean isAdapter(int stage) {
        return recipe.train().get(stage).method().isAdapter();
    }
}
