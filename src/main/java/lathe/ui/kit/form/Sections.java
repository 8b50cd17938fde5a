package lathe.ui.kit.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lathe.recipe.CorpusSource;
import lathe.recipe.EvaluateSettings;
import lathe.recipe.GuardSettings;
import lathe.recipe.LoraSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.MixSettings;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.Rule;
import lathe.recipe.SettingsTable;
import lathe.recipe.SplitSettings;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;

/** The names under which the bundle speaks of the recipe's sections. */
public final class Sections {
    private static final Map<Class<?>, String> NAMES = names();

    private Sections() {}

    private static Map<Class<?>, String> names() {
        Map<Class<?>, String> names = new LinkedHashMap<>();
        names.put(Recipe.class, "recipe");
        names.put(CorpusSource.class, "corpus");
        // every cleaning rule under its own name
        for (JsonSubTypes.Type rule :
                Rule.class.getAnnotation(JsonSubTypes.class).value()) {
            names.put(rule.value(), rule.name());
        }
        names.put(SplitSettings.class, "split");
        names.put(TokenizerSettings.Train.class, "tokenizer");
        names.put(TokenizerSettings.From.class, "tokenizer-from");
        names.put(TokenizerSettings.Extend.class, "tokenizer-extend");
        names.put(MixSettings.class, "mix");
        names.put(MixSettings.Order.class, "order");
        names.put(ModelSettings.New.class, "model");
        names.put(ModelSettings.From.class, "model-from");
        names.put(TrainStage.class, "train");
        names.put(LossSettings.class, "loss");
        names.put(GuardSettings.class, "guards");
        names.put(LoraSettings.class, "lora");
        names.put(EvaluateSettings.class, "evaluate");
        return Collections.unmodifiableMap(names);
    }

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
