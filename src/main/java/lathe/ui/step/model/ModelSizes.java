package lathe.ui.step.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.model.adapter.ModelSize;
import lathe.model.arch.ModelConfig;
import lathe.model.family.NewModel;
import lathe.model.file.ModelFolder;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import lathe.tokenize.convert.ReadyTokenizer;
import lathe.train.TokenRows;

/**
 * How many numbers a recipe's model has, and how many each stage trains.
 *
 * @param total of the model by itself
 * @param strange whether the tokenizer is another one than the model's, and the embedding is not fitted to it
 */
record ModelSizes(long total, List<ModelSize> stages, boolean strange) {

    /** Counts; the paths of the recipe are absolute. Reads files where the model or the tokenizer exists already. */
    static ModelSizes of(Recipe recipe) throws Failure, IOException {
        ModelConfig config = config(recipe);
        List<ModelSize> stages = new ArrayList<>();
        for (TrainStage stage : recipe.train()) {
            stages.add(stage.method().isAdapter() ? ModelSize.lora(config, stage.lora()) : ModelSize.full(config));
        }
        return new ModelSizes(ModelSize.full(config).total(), stages, isStrange(recipe));
    }

    private static ModelConfig config(Recipe recipe) throws Failure, IOException {
        if (recipe.model() instanceof ModelSettings.New made) {
            return NewModel.of(made, vocabSize(recipe.tokenizer()), 0);
        }
        ModelSettings.From from = (ModelSettings.From) recipe.model();
        ModelConfig config = ModelFolder.config(Path.of(from.from()));
        return from.resizeVocab() == ModelSettings.ResizeVocab.OFF
                ? config
                : config.withVocabSize(vocabSize(recipe.tokenizer()));
    }

    private static boolean isStrange(Recipe recipe) throws Failure, IOException {
        if (!(recipe.model() instanceof ModelSettings.From model)
                || model.resizeVocab() != ModelSettings.ResizeVocab.OFF) {
            return false;
        }
        if (!(recipe.tokenizer() instanceof TokenizerSettings.From from)) {
            // one that is trained or grown here is never the model's own
            return true;
        }
        try (ReadyTokenizer ready = ReadyTokenizer.open(Path.of(from.from()))) {
            return TokenRows.strange(Path.of(model.from()), ready.folder()) > 0;
        }
    }

    private static int vocabSize(TokenizerSettings settings) throws Failure, IOException {
        if (settings instanceof TokenizerSettings.Train train) {
            return train.vocabSize();
        }
        if (settings instanceof TokenizerSettings.Extend grown) {
            return vocabSize(new TokenizerSettings.From(grown.extend())) + grown.add();
        }
        Path place = Path.of(((TokenizerSettings.From) settings).from());
        try (ReadyTokenizer ready = ReadyTokenizer.open(place);
                Tokenizer tokenizer = Tokenizer.load(ready.folder())) {
            return tokenizer.vocabSize();
        }
    }
}
