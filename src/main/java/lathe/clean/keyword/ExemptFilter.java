package lathe.clean.keyword;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Set;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.recipe.ContentRules;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Marks records that are kept whatever other rules say: 1 for those listed or matched, 0 for all others. */
final class ExemptFilter implements Filter {
    private final Set<String> ids;
    private final @Nullable Pattern pattern;

    ExemptFilter(ContentRules.Exempt rule) throws Failure {
        ids = Set.copyOf(rule.ids());
        pattern = rule.pattern().isEmpty() ? null : compile(rule.pattern());
    }

    private static Pattern compile(String pattern) throws Failure {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw Failure.badInput(
                    "The pattern of the rule exempt cannot be read: " + e.getMessage(),
                    "exempt: pattern",
                    "write it in the syntax of RE2, which has no look-arounds and no back-references");
        }
    }

    @Override
    public void score(View view, double[] scores, int at) {
        boolean exempt = ids.contains(view.document().id())
                || (pattern != null && pattern.matcher(view.text()).find());
        scores[at] = exempt ? 1 : 0;
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        return null;
    }
}
