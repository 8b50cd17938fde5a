package lathe.ui.kit.form;

import java.util.Map;
import lathe.recipe.CorpusSource;
import lathe.recipe.EvaluateSettings;
import lathe.recipe.LoraSettings;
import lathe.recipe.MixSettings;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.ContentRules;
import lathe.recipe.StatisticRules;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import lathe.recipe.SettingsTable;
import lathe.recipe.SplitSettings;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;

/** The names under which the bundle speaks of the recipe's sections. */
public final class Sections {
    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(Recipe.class, "recipe"),
            Map.entry(CorpusSource.class, "corpus"),
            Map.entry(ContentRules.Language.class, "language"),
            Map.entry(ContentRules.Keywords.class, "keywords"),
            Map.entry(StatisticRules.SpecialCharacters.class, "special-characters"),
            Map.entry(StatisticRules.TextLength.class, "text-length"),
            Map.entry(DuplicateRules.ExactDuplicates.class, "exact-duplicates"),
            Map.entry(SplitSettings.class, "split"),
            Map.entry(TokenizerSettings.Train.class, "tokenizer"),
            Map.entry(TokenizerSettings.From.class, "tokenizer-from"),
            Map.entry(MixSettings.class, "mix"),
            Map.entry(MixSettings.Order.class, "order"),
            Map.entry(ModelSettings.New.class, "model"),
            Map.entry(ModelSettings.From.class, "model-from"),
            Map.entry(TrainStage.class, "train"),
            Map.entry(LoraSettings.class, "lora"),
            Map.entry(EvaluateSettings.class, "evaluate"));

    private Sections() {}

    /** Every section a form can show, with its name. */
    public static Map<Class<?>, String> all() {
        return NAMES;
    }

    /** The beginning of a setting's keys in the bundle: {@code setting.<section>.<key>}. */
    public static String textKey(Class<?> section, SettingsTable.Key key) {
        String name = NAMES.get(section);
        if (name == null) {
            throw new IllegalArgumentException("no form shows " + section);
        }
        return "setting." + name + "." + key.key();
    }
}
