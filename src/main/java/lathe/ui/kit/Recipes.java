package lathe.ui.kit;

import java.util.List;
import lathe.recipe.CorpusSource;
import lathe.recipe.ExportFormat;
import lathe.recipe.MixSettings;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.Rule;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;

/** A recipe with one of its sections replaced. */
public final class Recipes {
    private Recipes() {}

    public static Recipe withName(Recipe r, String name) {
        return new Recipe(
                r.lathe(),
                name,
                r.seed(),
                r.corpus(),
                r.clean(),
                r.split(),
                r.tokenizer(),
                r.mix(),
                r.model(),
                r.train(),
                r.evaluate(),
                r.export());
    }

    public static Recipe withCorpus(Recipe r, List<CorpusSource> corpus) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                corpus,
                r.clean(),
                r.split(),
                r.tokenizer(),
                r.mix(),
                r.model(),
                r.train(),
                r.evaluate(),
                r.export());
    }

    public static Recipe withClean(Recipe r, List<Rule> clean) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                r.corpus(),
                clean,
                r.split(),
                r.tokenizer(),
                r.mix(),
                r.model(),
                r.train(),
                r.evaluate(),
                r.export());
    }

    public static Recipe withTokenizer(Recipe r, TokenizerSettings tokenizer) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                r.corpus(),
                r.clean(),
                r.split(),
                tokenizer,
                r.mix(),
                r.model(),
                r.train(),
                r.evaluate(),
                r.export());
    }

    public static Recipe withMix(Recipe r, MixSettings mix) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                r.corpus(),
                r.clean(),
                r.split(),
                r.tokenizer(),
                mix,
                r.model(),
                r.train(),
                r.evaluate(),
                r.export());
    }

    public static Recipe withModel(Recipe r, ModelSettings model) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                r.corpus(),
                r.clean(),
                r.split(),
                r.tokenizer(),
                r.mix(),
                model,
                r.train(),
                r.evaluate(),
                r.export());
    }

    public static Recipe withTrain(Recipe r, List<TrainStage> train) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                r.corpus(),
                r.clean(),
                r.split(),
                r.tokenizer(),
                r.mix(),
                r.model(),
                train,
                r.evaluate(),
                r.export());
    }

    public static Recipe withExport(Recipe r, List<ExportFormat> export) {
        return new Recipe(
                r.lathe(),
                r.name(),
                r.seed(),
                r.corpus(),
                r.clean(),
                r.split(),
                r.tokenizer(),
                r.mix(),
                r.model(),
                r.train(),
                r.evaluate(),
                export);
    }
}
