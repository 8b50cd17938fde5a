package lathe.clean.language;

import java.io.IOException;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/** The rules of this package. */
public final class LanguageFilters {
    private LanguageFilters() {}

    /** The filter of a rule; null where the rule is another package's. */
    public static @Nullable Filter of(Rule.Filter rule, RuleServices services) throws IOException {
        return rule instanceof ContentRules.Language language ? new LanguageFilter(language) : null;
    }
}
