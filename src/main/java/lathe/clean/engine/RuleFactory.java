package lathe.clean.engine;

import java.io.IOException;
import java.util.List;
import lathe.clean.duplicate.DecontaminateFactory;
import lathe.clean.duplicate.DuplicateMeasures;
import lathe.clean.edit.Edits;
import lathe.clean.keyword.KeywordFilters;
import lathe.clean.language.LanguageFilters;
import lathe.clean.perplexity.PerplexityFilters;
import lathe.clean.privacy.PersonalEdits;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.Edit;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.statistic.StatisticFilters;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Makes rules of a recipe's records: each kind of rule is known to one room only. */
final class RuleFactory {
    /** Makes a rule, or null where the record is not one of its kind. */
    @FunctionalInterface
    private interface Maker<C, R> {
        @Nullable
        R make(C record, RuleServices services) throws Failure, IOException;
    }

    private static final List<Maker<Rule.Filter, Filter>> FILTERS = List.of(
            StatisticFilters::of,
            KeywordFilters::of,
            LanguageFilters::of,
            DecontaminateFactory::of,
            PerplexityFilters::of);
    private static final List<Maker<Rule.Edit, Edit>> EDITS = List.of(Edits::of, PersonalEdits::of);
    private static final List<Maker<Rule.Duplicates, Duplicates>> DUPLICATES = List.of(DuplicateMeasures::of);

    private RuleFactory() {}

    static Filter filter(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        return make(FILTERS, rule, services);
    }

    static Duplicates duplicates(Rule.Duplicates rule, RuleServices services) throws Failure, IOException {
        return make(DUPLICATES, rule, services);
    }

    static Edit edit(Rule.Edit rule, RuleServices services) throws Failure, IOException {
        return make(EDITS, rule, services);
    }

    /** The edit that some filters bring with them, or null. */
    static @Nullable Edit edit(Filter filter) {
        return DecontaminateFactory.cut(filter);
    }

    private static <C extends Rule, R> R make(List<Maker<C, R>> makers, C rule, RuleServices services)
            throws Failure, IOException {
        for (Maker<C, R> maker : makers) {
            R made = maker.make(rule, services);
            if (made != null) {
                return made;
            }
        }
        throw Failure.later("the cleaning rule " + rule.label());
    }
}
