package lathe.ui.step.clean;

import java.util.ArrayList;
import java.util.List;
import lathe.recipe.ContentRules;
import lathe.recipe.StatisticRules;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** A rule's bounds in a line. */
final class RuleWords {
    private RuleWords() {}

    static String of(Rule rule, Texts texts) {
        if (rule instanceof ContentRules.Language language) {
            String keep = String.join(", ", language.keep());
            return (keep.isEmpty() ? texts.get("clean.scores") : keep) + " · ≥ " + Numbers.typed(language.min());
        }
        if (rule instanceof ContentRules.Keywords keywords) {
            return bounds(null, keywords.max(), texts) + " · "
                    + texts.get(
                            "clean.words",
                            keywords.words().size() + keywords.lists().size());
        }
        if (rule instanceof StatisticRules.SpecialCharacters special) {
            return bounds(special.min(), special.max(), texts);
        }
        if (rule instanceof StatisticRules.TextLength length) {
            return bounds(length.min(), length.max(), texts);
        }
        DuplicateRules.ExactDuplicates duplicates = (DuplicateRules.ExactDuplicates) rule;
        return texts.get(duplicates.ignoreCase() ? "clean.anyCase" : "clean.exactCase");
    }

    private static String bounds(@Nullable Number min, @Nullable Number max, Texts texts) {
        List<String> parts = new ArrayList<>();
        if (min != null) {
            parts.add("≥ " + Numbers.typed(min));
        }
        if (max != null) {
            parts.add("≤ " + Numbers.typed(max));
        }
        return parts.isEmpty() ? texts.get("clean.scores") : String.join(" · ", parts);
    }
}
