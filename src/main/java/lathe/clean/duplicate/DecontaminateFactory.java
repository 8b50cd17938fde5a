package lathe.clean.duplicate;

import java.io.IOException;
import lathe.clean.rule.Edit;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The rule that keeps test sets out of a corpus. */
public final class DecontaminateFactory {
    private DecontaminateFactory() {}

    /**
     * The filter behind a rule, with its test sets read; null for a rule that is not of this package.
     *
     * @throws Failure if no test set is named, or one cannot be read
     */
    public static @Nullable Filter of(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        return rule instanceof ContentRules.Decontaminate decontaminate
                ? new DecontaminateFilter(decontaminate, TestSets.of(decontaminate, services))
                : null;
    }

    /**
     * The edit that belongs to a filter that {@link #of} gave, where its rule cuts; else null. It reads nothing again.
     */
    public static @Nullable Edit cut(Filter filter) {
        return filter instanceof DecontaminateFilter decontaminate ? decontaminate.cut() : null;
    }
}
