package lathe.clean.keyword;

import java.io.IOException;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The filters of this package. */
public final class KeywordFilters {
    private KeywordFilters() {}

    /** The filter of a rule {@code keywords} or {@code exempt}; null for all others. */
    public static @Nullable Filter of(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        if (rule instanceof ContentRules.Keywords keywords) {
            return new KeywordsFilter(keywords, services);
        }
        return rule instanceof ContentRules.Exempt exempt ? new ExemptFilter(exempt) : null;
    }
}
