package lathe.ui.step.clean.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** A rule's bounds in a line. */
final class RuleWords {
    private static final int MOST = 3;

    private RuleWords() {}

    static String of(Rule rule, Texts texts) {
        ObjectNode values = RecipeYaml.tree(rule);
        List<String> parts = new ArrayList<>();
        for (SettingsTable.Key key : SettingsTable.keys(rule.getClass())) {
            String part = part(key, values.path(key.key()));
            if (!part.isEmpty() && parts.size() < MOST) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? other(rule, texts) : String.join(" · ", parts);
    }

    /** What is said of a rule without bounds: that it only scores, or what it is for. */
    private static String other(Rule rule, Texts texts) {
        return rule instanceof Rule.Filter ? texts.get("clean.scores") : texts.get("rule." + rule.label() + ".help");
    }

    private static String part(SettingsTable.Key key, JsonNode value) {
        if (value.isNumber() && key.setting().bound()) {
            return sign(key.key()) + Numbers.typed(value.numberValue());
        }
        if (value.isArray() && !value.isEmpty() && value.path(0).isTextual()) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(word.asText()));
            return String.join(", ", words.subList(0, Math.min(MOST, words.size()))) + (words.size() > MOST ? "…" : "");
        }
        return "";
    }

    private static String sign(String key) {
        return key.startsWith("min") ? "≥ " : key.startsWith("max") ? "≤ " : "";
    }
}
