package lathe.ui.step.clean.trial;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.engine.RuleSet;
import lathe.clean.rule.Filter;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One number that a filter measures, with the settings that bound it.
 *
 * @param place of the rule among those that are on
 * @param rule the filter's settings
 * @param name of the number; empty where the filter measures one only
 * @param column of the number among all of the sample
 * @param min the setting that bounds it from below, if any
 * @param max the setting that bounds it from above, if any
 */
public record Criterion(int place, Rule rule, String name, int column, @Nullable BoundKey min, @Nullable BoundKey max) {

    /** The numbers of the rule at a place; those with bounds first. Empty for rules that are no filters. */
    public static List<Criterion> of(Trial trial, int place) {
        List<Criterion> all = new ArrayList<>();
        for (RuleSet.PlacedFilter filter : trial.sample().rules().filters()) {
            if (filter.place() == place && !filter.exempts()) {
                add(all, trial.rules().get(place), filter);
            }
        }
        all.sort(java.util.Comparator.comparing(criterion -> !criterion.isBounded()));
        return List.copyOf(all);
    }

    private static void add(List<Criterion> all, Rule rule, RuleSet.PlacedFilter filter) {
        List<String> columns = filter.rule().columns();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.equals(Filter.SCRIPT)) {
                continue;
            }
            all.add(new Criterion(
                    filter.place(),
                    rule,
                    column,
                    filter.column() + i,
                    BoundKey.of(rule.getClass(), column, "min"),
                    BoundKey.of(rule.getClass(), column, "max")));
        }
    }

    /** Whether a setting bounds it. */
    public boolean isBounded() {
        return min != null || max != null;
    }

    /** Whether both are the same number of the same kind of rule, whatever its bounds are. */
    public boolean isSame(@Nullable Criterion other) {
        return other != null
                && place == other.place
                && column == other.column
                && name.equals(other.name)
                && rule.getClass() == other.rule.getClass();
    }
}
