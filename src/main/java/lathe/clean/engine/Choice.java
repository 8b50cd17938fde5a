package lathe.clean.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import lathe.clean.rule.Duplicates;

/** Chooses the record of each cluster that stays; of equally good ones the first. */
final class Choice implements Decider.Choice {
    private static final String PERPLEXITY = "perplexity";

    private final RuleSet rules;
    private final Facts facts;
    private final Measurements measured;

    Choice(RuleSet rules, Facts facts, Measurements measured) {
        this.rules = rules;
        this.facts = facts;
        this.measured = measured;
    }

    @Override
    public int[] among(Duplicates rule, int[] roots, BitSet kept) {
        int[] best = new int[roots.length];
        Arrays.fill(best, Decisions.NONE);
        for (int record = kept.nextSetBit(0); record >= 0; record = kept.nextSetBit(record + 1)) {
            int now = best[roots[record]];
            if (now < 0 || isBetter(rule, record, now)) {
                best[roots[record]] = record;
            }
        }
        int[] survivors = new int[roots.length];
        for (int record = 0; record < roots.length; record++) {
            survivors[record] = best[roots[record]];
        }
        return survivors;
    }

    private boolean isBetter(Duplicates rule, int record, int than) {
        return switch (rule.keep()) {
            case FIRST -> false;
            case LONGEST -> isLonger(record, than);
            case SOURCE -> rank(rule, record) < rank(rule, than);
            case QUALITY -> isOfBetterQuality(record, than);
        };
    }

    private boolean isLonger(int record, int than) {
        return facts.characters(record) > facts.characters(than);
    }

    private int rank(Duplicates rule, int record) {
        try {
            int at = rule.sources().indexOf(facts.source(record));
            return at < 0 ? rule.sources().size() : at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By perplexity where a rule measures it, else by length. */
    private boolean isOfBetterQuality(int record, int than) {
        for (RuleSet.PlacedFilter filter : rules.filters()) {
            if (rules.names().get(filter.place()).equals(PERPLEXITY)) {
                return measured.score(record, filter.column()) < measured.score(than, filter.column());
            }
        }
        return isLonger(record, than);
    }
}
