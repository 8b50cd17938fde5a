package lathe.ui.step.clean.trial;

import java.util.List;
import java.util.Map;
import lathe.recipe.Rule;
import lathe.recipe.SettingsTable;
import org.jspecify.annotations.Nullable;

/**
 * The setting that bounds a column of a filter.
 *
 * @param key the setting
 * @param index where it is a list, the number's place in it; else -1
 */
public record BoundKey(SettingsTable.Key key, int index) {
    /** Columns whose bounds have another name than the column. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "mean-word-length", "word-length",
            "longest-line", "line",
            "ratio", "",
            "perplexity", "",
            "confidence", "",
            "probability", "",
            "score", "");
    /** Columns that are numbers of a series: the list of their bounds, and the number of its first. */
    private static final Map<String, Integer> SERIES = Map.of("top", 2, "repeated", 5);

    /**
     * The bound of a column, or null where it has none.
     *
     * @param end {@code min} or {@code max}
     */
    static @Nullable BoundKey of(Class<? extends Rule> rule, String column, String end) {
        String name = OTHER_NAMES.getOrDefault(column, column);
        String wanted = name.isEmpty() ? end : end + "-" + name;
        int dash = column.lastIndexOf('-');
        Integer first = dash < 0 ? null : SERIES.get(column.substring(0, dash));
        int index = first == null || !isNumber(column.substring(dash + 1))
                ? -1
                : Integer.parseInt(column.substring(dash + 1)) - first;
        String key = index < 0 ? wanted : end + "-" + column.substring(0, dash);
        return SettingsTable.keys(rule).stream()
                .filter(found -> found.setting().bound() && found.key().equals(key))
                .filter(found -> List.class.isAssignableFrom(found.rawType()) == (index >= 0))
                .map(found -> new BoundKey(found, index))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the end may stay open. */
    public boolean mayBeOpen() {
        return index < 0 && !key.rawType().isPrimitive();
    }

    /** Whether only whole numbers may stand there. */
    public boolean isWhole() {
        return key.rawType() == Long.class || key.rawType() == Integer.class || key.rawType() == int.class;
    }
}
