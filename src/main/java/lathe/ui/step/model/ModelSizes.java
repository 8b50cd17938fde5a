package lathe.ui.step.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.model.ModelConfig;
import lathe.model.ModelFolder;
import lathe.model.ModelSize;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.tokenize.convert.TokenizerSource;

/**
 * How many numbers a recipe's model has, and how many each stage trains.
 *
 * @param total of the model by itself
 */
record ModelSizes(long total, List<ModelSize> stages) {

    /** Counts; the paths of the recipe are absolute. Reads files where the model or the tokenizer exists already. */
    static ModelSizes of(Recipe recipe) throws Failure, IOException {
        ModelConfig config = recipe.model() instanceof ModelSettings.New made
                ? ModelConfig.of(made, vocabSize(recipe.tokenizer()), 0)
                : ModelFolder.config(Path.of(((ModelSettings.From) recipe.model()).from()));
        List<ModelSize> stages = new ArrayList<>();
        for (TrainStage stage : recipe.train()) {
            stages.add(
                    stage.method() == TrainStage.Method.LORA
                            ? ModelSize.lora(config, stage.lora())
                            : ModelSize.full(config));
        }
        return new ModelSizes(ModelSize.full(config).total(), stages);
    }

    private static int vocabSize(TokenizerSettings settings) throws Failure, IOException {
        if (settings instanceof TokenizerSettings.Train train) {
            return train.vocabSize();
        }
        if (settings instanceof TokenizerSettings.Extend grown) {
            return vocabSize(new TokenizerSettings.From(grown.extend())) + grown.add();
        }
        return TokenizerSource.find(Path.of(((TokenizerSettings.From) settings).from()))
                .vocabSize();
    }
}
