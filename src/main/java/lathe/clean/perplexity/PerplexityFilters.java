package lathe.clean.perplexity;

import java.io.IOException;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.text.language.LanguageDetection;
import org.jspecify.annotations.Nullable;

/** The rules of this package. */
public final class PerplexityFilters {
    private PerplexityFilters() {}

    /** The filter of a rule, whose model is read or learned; null where the rule is another package's. */
    public static @Nullable Filter of(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        return rule instanceof ContentRules.Perplexity perplexity
                ? new PerplexityFilter(
                        perplexity, ModelSource.perplexity(perplexity, services), LanguageDetection.get())
                : null;
    }
}
