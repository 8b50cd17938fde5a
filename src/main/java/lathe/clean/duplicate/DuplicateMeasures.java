package lathe.clean.duplicate;

import lathe.clean.rule.Duplicates;
import lathe.clean.rule.RuleServices;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** What the duplicate rules of a recipe measure. */
public final class DuplicateMeasures {
    private DuplicateMeasures() {}

    /**
     * The measure behind a rule; null for a rule that is not of this package.
     *
     * @throws Failure if the rule's settings contradict each other, or it has no such flavour
     */
    public static @Nullable Duplicates of(Rule.Duplicates rule, RuleServices services) throws Failure {
        if (rule instanceof DuplicateRules.ExactDuplicates exact) {
            return new ExactMeasure(exact);
        }
        if (rule instanceof DuplicateRules.NearDuplicates near) {
            return near(near);
        }
        if (rule instanceof DuplicateRules.SimhashDuplicates simhash) {
            return switch (simhash.flavour()) {
                case LATHE, DATA_JUICER -> new SimHashMeasure(simhash);
                case DATATROVE, GOPHER, C4, FINEWEB, DOLMA -> throw unknown(rule, simhash.flavour(), "data-juicer");
            };
        }
        return null;
    }

    private static Duplicates near(DuplicateRules.NearDuplicates rule) throws Failure {
        return switch (rule.flavour()) {
            case LATHE -> new NearMeasure(rule);
            case DATA_JUICER -> ToolNearMeasure.dataJuicer(rule);
            case DATATROVE, FINEWEB -> ToolNearMeasure.datatrove(rule);
            case GOPHER, C4, DOLMA -> throw unknown(rule, rule.flavour(), "data-juicer, datatrove or fineweb");
        };
    }

    private static Failure unknown(Rule rule, Flavour flavour, String known) {
        return Failure.badInput(
                "There is no flavour " + flavour.name().toLowerCase(java.util.Locale.ROOT) + " of this rule",
                rule.label(),
                "choose lathe, " + known);
    }
}
