package lathe.ui.step.clean.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.ui.kit.Numbers;
import lathe.ui.step.clean.trial.BoundKey;
import lathe.ui.step.clean.trial.Criterion;
import org.jspecify.annotations.Nullable;

/** Reads a bound of a rule, and writes another one as YAML. */
final class Bound {
    private Bound() {}

    /** What the rule holds; null where the end is open or there is no such setting. */
    static @Nullable Double of(Rule rule, @Nullable BoundKey bound) {
        if (bound == null) {
            return null;
        }
        JsonNode value = RecipeYaml.tree(rule).path(bound.key().key());
        JsonNode number = bound.index() < 0 ? value : value.path(bound.index());
        return number.isNumber() ? (Double) number.doubleValue() : null;
    }

    /** Where the setting stands in a recipe. */
    static String path(Criterion criterion, BoundKey bound) {
        return "clean." + criterion.place() + "." + bound.key().key();
    }

    /** The setting's value as YAML with another number in it. */
    static String yaml(Rule rule, BoundKey bound, @Nullable Double value) {
        String number = value == null ? "null" : text(value, bound.isWhole());
        if (bound.index() < 0) {
            return number;
        }
        List<String> all = new ArrayList<>();
        RecipeYaml.tree(rule).path(bound.key().key()).forEach(each -> all.add(each.asText()));
        while (all.size() <= bound.index()) {
            all.add("1");
        }
        all.set(bound.index(), number);
        return all.toString();
    }

    private static String text(double value, boolean whole) {
        return whole ? Long.toString(Math.round(value)) : Numbers.typed(value);
    }
}
