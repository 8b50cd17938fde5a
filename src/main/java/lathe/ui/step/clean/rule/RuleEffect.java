package lathe.ui.step.clean.rule;

import lathe.recipe.Rule;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;

/** What a rule does to the sample, in a few characters. */
final class RuleEffect {
    private RuleEffect() {}

    /** How many records it takes out; empty for rules that take none out. */
    static String taken(@Nullable Trial trial, int place, Rule rule) {
        if (!shows(trial, place, rule) || trial == null) {
            return "";
        }
        int taken = trial.impact().taken(place);
        return taken == 0 ? "0" : "−" + Numbers.whole(taken);
    }

    /** How many of them no other rule would take out. */
    static String alone(@Nullable Trial trial, int place, Rule rule, Texts texts) {
        if (!shows(trial, place, rule) || trial == null || trial.impact().taken(place) == 0) {
            return "";
        }
        return texts.get("clean.alone.short", trial.impact().alone(place));
    }

    private static boolean shows(@Nullable Trial trial, int place, Rule rule) {
        return trial != null
                && place >= 0
                && place < trial.rules().size()
                && trial.rules().get(place).getClass() == rule.getClass()
                && !(rule instanceof Rule.Edit);
    }
}
