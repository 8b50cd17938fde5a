package lathe.clean.engine;

import java.io.IOException;
import java.util.List;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.Edit;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
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

    private static final List<Maker<Rule.Filter, Filter>> FILTERS = List.of();
    private static final List<Maker<Rule.Edit, Edit>> EDITS = List.of();
    private static final List<Maker<Rule.Duplicates, Duplicates>> DUPLICATES = List.of();

    private RuleFactory() {}

    static Filter filter(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        return make(FILTERS, rule, services);
    }

    static Duplicates duplicates(Rule.Duplicates rule, RuleServices services) throws Failure, IOException {
        return make(DUPLICATES, rule, services);
    }

    /** What a rule changes: of most rules nothing. */
    static List<Edit> edits(Rule rule, RuleServices services) throws Failure, IOException {
        return rule instanceof Rule.Edit edit ? List.of(make(EDITS, edit, services)) : List.of();
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
