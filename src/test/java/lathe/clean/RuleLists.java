package lathe.clean;

import java.util.List;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;

/** Rules as people write them. */
public final class RuleLists {
    private RuleLists() {}

    /** Each a rule in YAML, as {@code rule: text-length, min: 5}. */
    public static List<Rule> of(String... rules) {
        StringBuilder yaml = new StringBuilder("rules:\n");
        for (String rule : rules) {
            yaml.append("  - {").append(rule).append("}\n");
        }
        try {
            return RecipeYaml.readRules(yaml.toString());
        } catch (RecipeException e) {
            throw new AssertionError(String.join("; ", rules), e);
        }
    }
}
