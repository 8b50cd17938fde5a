package lathe.ui.kit.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lathe.recipe.Recipe;
import lathe.recipe.SettingsTable;
import org.jspecify.annotations.Nullable;

/** Which settings of a recipe differ from their defaults. */
public final class SettingDefaults {
    private SettingDefaults() {}

    /** Whether a value is another than its key's default. Required keys have none, and so never differ. */
    public static boolean differs(SettingsTable.Key key, @Nullable Object value) {
        if (key.required()) {
            return false;
        }
        String standard = key.defaultYaml();
        if (value == null || standard == null) {
            return value != null;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != Double.parseDouble(standard);
        }
        if (value instanceof List<?> list) {
            return !list.stream().map(String::valueOf).toList().equals(items(standard));
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return !(value instanceof Enum<?> word ? SettingsTable.word(word) : value.toString()).equals(standard);
    }

    /** How many settings below a section differ; those of a recipe's lists of sections included. */
    public static int count(Record section) {
        int changed = 0;
        List<SettingsTable.Key> keys = SettingsTable.keys(section.getClass());
        for (SettingsTable.Key key : keys) {
            Object value = lathe.ui.kit.RecipeValues.at(section, key.key());
            changed += value instanceof Record part ? count(part) : countValue(key, value);
        }
        return changed;
    }

    /** How many settings of model, tokenizer, mix and training differ from the defaults. */
    public static int ofTraining(Recipe recipe) {
        int stages = recipe.train().stream().mapToInt(SettingDefaults::count).sum();
        return stages + count((Record) recipe.model()) + count((Record) recipe.tokenizer()) + count(recipe.mix());
    }

    private static int countValue(SettingsTable.Key key, @Nullable Object value) {
        boolean sections = value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record;
        return !sections && differs(key, value) ? 1 : 0;
    }

    private static List<String> items(String yaml) {
        String inner = yaml.replaceAll("^\\[|]$", "");
        return inner.isBlank()
                ? List.of()
                : Arrays.stream(inner.split(",", -1)).map(String::strip).toList();
    }
}
